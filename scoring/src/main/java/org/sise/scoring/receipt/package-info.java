/** The receipt of a grade: canonical JSON that comes out the same byte for byte years later. */
@NullMarked
package org.sise.scoring.receipt;

import org.jspecify.annotations.NullMarked;
