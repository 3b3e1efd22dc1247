package org.sise.ledger.record;

import org.sise.core.record.CreditRecord;

/**
 * A record on its way into the ledger.
 *
 * @param record what the department says
 * @param key what identifies the matter within the record's kind, such as a penalty decision's number
 * @param line the row's line in its file, from 1
 * @param original the row as received, a JSON object from column to text, personal numbers replaced by keyed hashes
 * @param content what tells the record's content from another's
 */
public record RecordEntry(CreditRecord record, String key, int line, String original, ContentDigest content) {
    /** With the digest of the record. */
    public RecordEntry(CreditRecord record, String key, int line, String original) {
        this(record, key, line, original, ContentDigest.of(record));
    }
}
