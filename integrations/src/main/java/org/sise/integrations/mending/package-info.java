/** Rules that mend cells of quarantined rows. */
@NullMarked
package org.sise.integrations.mending;

import org.jspecify.annotations.NullMarked;
