package org.sise.integrations.landing;

import org.sise.ledger.record.Appended;

/**
 * What became of a batch.
 *
 * @param records what the ledger did with its records
 * @param quarantined rows that went to the quarantine
 * @param waiting rows that wait for a registration
 */
public record Landed(Appended records, int quarantined, int waiting) {}
