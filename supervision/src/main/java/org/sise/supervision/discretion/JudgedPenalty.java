package org.sise.supervision.discretion;

import org.sise.ledger.record.StoredRecord;

/**
 * A penalty of the ledger beside its benchmark.
 *
 * @param stored the penalty
 * @param judgement how its fine stands to the benchmarks
 */
public record JudgedPenalty(StoredRecord stored, Judgement judgement) {}
