/** The roster of inspectors and their recusals. */
@NullMarked
package org.sise.server.web.roster;

import org.jspecify.annotations.NullMarked;
