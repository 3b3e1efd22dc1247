/** The audit log: an append-only Merkle log of decisions and of reads of personal data. */
@NullMarked
package org.sise.ledger.audit;

import org.jspecify.annotations.NullMarked;
