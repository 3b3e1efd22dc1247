/** Side-by-side measurements of what the house promises, each after a gate of equal results. */
@NullMarked
package org.sise.bench;

import org.jspecify.annotations.NullMarked;
