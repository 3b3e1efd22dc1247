/** Businesses as they stand in the register today. */
@NullMarked
package org.sise.ledger.business;

import org.jspecify.annotations.NullMarked;
