package org.sise.integrations.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.row.RowFault;
import org.sise.ledger.record.RecordEntry;

/**
 * What a row turned out to be: records, or faults and no record at all.
 *
 * @param index the row's number in its file, from 0
 * @param line the row's line or row number in its file
 * @param entries its records, none when there is a fault
 * @param faults what is wrong with it
 * @param original the row as received, JSON, personal numbers replaced
 * @param raw the row's bytes, personal numbers replaced, when it has bytes that are no characters; else null
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record MappedRow(
        long index,
        int line,
        List<RecordEntry> entries,
        List<RowFault> faults,
        String original,
        byte @Nullable [] raw) {

    /** Whether it gives records. */
    public boolean accepted() {
        return faults.isEmpty();
    }
}
