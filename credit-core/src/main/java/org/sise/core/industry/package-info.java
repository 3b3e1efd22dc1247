/** Industries of GB/T 4754-2017. */
@NullMarked
package org.sise.core.industry;

import org.jspecify.annotations.NullMarked;
