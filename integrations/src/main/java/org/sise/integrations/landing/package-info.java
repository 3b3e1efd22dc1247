/** Batches landed in the ledger, faulty rows in the quarantine, and deliveries that go on where they stopped. */
@NullMarked
package org.sise.integrations.landing;

import org.jspecify.annotations.NullMarked;
