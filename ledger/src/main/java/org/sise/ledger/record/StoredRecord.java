package org.sise.ledger.record;

import java.time.Instant;
import org.sise.core.record.CreditRecord;

/**
 * One version of a record in the ledger.
 *
 * @param id its number in the ledger, from 1
 * @param xact the database transaction that appended it
 * @param record what the department says
 * @param key what identifies the matter within the record's kind
 * @param version 1 for the first that was known of the matter
 * @param knownAt when the ledger came to know it
 * @param feed the feed it came by
 * @param batch the feed's delivery
 * @param line its line in the delivery
 */
public record StoredRecord(
        long id,
        long xact,
        CreditRecord record,
        String key,
        int version,
        Instant knownAt,
        String feed,
        long batch,
        int line) {

    /** Where this record stands in the order of settled transactions. */
    public Position position() {
        return new Position(xact, id);
    }
}
