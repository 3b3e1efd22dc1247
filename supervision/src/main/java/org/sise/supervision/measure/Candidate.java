package org.sise.supervision.measure;

import org.jspecify.annotations.Nullable;
import org.sise.ledger.record.StoredRecord;

/**
 * An entry of the catalogue whose condition a business meets.
 *
 * @param entry the entry
 * @param ground the record that meets it; null: the colour, of an incentive
 * @param words the ground in words
 */
public record Candidate(MeasureEntry entry, @Nullable StoredRecord ground, String words) {}
