/** The syntax tree of a policy: what a regulator can say, as records that check themselves. */
@NullMarked
package org.sise.scoring.policy;

import org.jspecify.annotations.NullMarked;
