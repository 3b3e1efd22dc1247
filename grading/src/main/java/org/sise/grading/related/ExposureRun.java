package org.sise.grading.related;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One time that exposures were worked out.
 *
 * @param asOf the day of the relations
 * @param everybody whether of all businesses, or of those that changes may have reached
 * @param looked how many businesses were looked at
 * @param found how many of them another's conduct reaches with an effect that counts
 * @param appended how many records say something new
 * @param withdrawn how many records are over
 * @param loadMillis reading the ledger or Neo4j
 * @param workMillis working out the exposures from what was read, with their ways
 */
public record ExposureRun(
        LocalDate asOf,
        boolean everybody,
        long looked,
        long found,
        long appended,
        long withdrawn,
        long loadMillis,
        long workMillis,
        Instant startedAt,
        Instant finishedAt) {}
