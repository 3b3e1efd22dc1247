/** Scoring at work on the ledger: takes businesses from the regrade queue, grades them, appends grade and receipt. */
@NullMarked
package org.sise.grading;

import org.jspecify.annotations.NullMarked;
