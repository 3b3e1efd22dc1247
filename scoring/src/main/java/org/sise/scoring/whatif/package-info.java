/** What-if: two policies, or one policy as of two dates, over the same whole population. */
@NullMarked
package org.sise.scoring.whatif;

import org.jspecify.annotations.NullMarked;
