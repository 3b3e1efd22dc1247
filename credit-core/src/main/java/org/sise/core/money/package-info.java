/** Amounts of money as exact decimals. */
@NullMarked
package org.sise.core.money;

import org.jspecify.annotations.NullMarked;
