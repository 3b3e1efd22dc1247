/** Administrative divisions of GB/T 2260 and the pseudo-codes in use beside them. */
@NullMarked
package org.sise.core.region;

import org.jspecify.annotations.NullMarked;
