package org.sise.ledger.record;

import org.sise.core.record.CreditRecord;

/**
 * A record on its way into the ledger.
 *
 * @param record what the department says
 * @param key what identifies the matter within the record's kind, such as a penalty decision's number
 * @param line the row's line in its file, from 1
 * @param original the row as received, a JSON object from column to text, personal numbers replaced by keyed hashes
 */
public record RecordEntry(CreditRecord record, String key, int line, String original) {}
