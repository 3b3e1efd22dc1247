package org.sise.ledger.record;

/**
 * A record with the row it was made from.
 *
 * @param stored the record
 * @param original the row as received, a JSON object from column to text, personal numbers replaced by keyed hashes
 */
public record StoredOriginal(StoredRecord stored, String original) {}
