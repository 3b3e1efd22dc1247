package org.sise.grading.night;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A nightly run that came to its end: as of the day every business was graded, and whoever got no new grade stands as its
 * present grade says.
 *
 * @param policyDigest the policy's
 * @param snapshot what the ledger held for it, as {@code pg_current_snapshot()} says it
 * @param newestGrade the number of the newest grade of the ledger that it saw when it began
 * @param businesses how many businesses were graded in memory
 * @param moved how many of them had another colour or score before, or a grade by another policy, or none
 * @param regraded to how many of them a new grade was appended; the queue had graded the others meanwhile
 */
public record Night(
        LocalDate asOf,
        String policy,
        String policyVersion,
        String policyDigest,
        String snapshot,
        long newestGrade,
        long businesses,
        long moved,
        long regraded,
        Instant startedAt,
        Instant finishedAt) {

    public Duration duration() {
        return Duration.between(startedAt, finishedAt);
    }
}
