package org.sise.ledger.record;

import java.util.Comparator;

/**
 * A record that is new to the ledger.
 *
 * @param entry the record
 * @param version its version of its matter, from 1
 */
record NewVersion(RecordEntry entry, int version) {

    /** The order in which the ledger's unique index has them, versions of one matter as they came. */
    static final Comparator<NewVersion> BY_MATTER = Comparator.comparingInt(
                    (NewVersion row) -> row.entry.record().kind().number())
            .thenComparing(row -> row.entry.key());
}
