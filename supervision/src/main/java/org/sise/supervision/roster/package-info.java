/** Who may inspect, and whom not. */
@NullMarked
package org.sise.supervision.roster;

import org.jspecify.annotations.NullMarked;
