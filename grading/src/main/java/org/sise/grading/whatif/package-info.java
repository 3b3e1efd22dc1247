/** What-if over the ledger: a draft policy beside the one in force, over every business, as work with progress. */
@NullMarked
package org.sise.grading.whatif;

import org.jspecify.annotations.NullMarked;
