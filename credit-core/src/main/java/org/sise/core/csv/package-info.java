/** Tables that ship with the code. */
@NullMarked
package org.sise.core.csv;

import org.jspecify.annotations.NullMarked;
