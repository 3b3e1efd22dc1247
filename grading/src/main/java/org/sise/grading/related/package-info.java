/** What related parties' own conduct does to businesses, as records of the ledger; docs/decisions/0016-exposure-in-the-ledger.md. */
@NullMarked
package org.sise.grading.related;

import org.jspecify.annotations.NullMarked;
