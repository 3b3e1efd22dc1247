/** Grades with their receipts, and the queue of businesses to grade anew. */
@NullMarked
package org.sise.ledger.grade;

import org.jspecify.annotations.NullMarked;
