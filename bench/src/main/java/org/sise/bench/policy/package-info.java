/** One policy, one population, and the engines that grade it: ours beside databases and rule engines. */
@NullMarked
package org.sise.bench.policy;

import org.jspecify.annotations.NullMarked;
