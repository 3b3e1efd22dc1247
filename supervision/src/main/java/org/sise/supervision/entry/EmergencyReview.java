package org.sise.supervision.entry;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The review of a visit that began without approval.
 *
 * @param visit the visit
 * @param state where it stands
 * @param reason what the officer stated
 * @param enteredBy who came in
 * @param enteredAt when
 * @param due the last day for the review
 * @param reviewedBy who reviewed it, or null
 * @param note what the reviewer said, or null
 */
public record EmergencyReview(
        long visit,
        ReviewState state,
        String reason,
        String enteredBy,
        Instant enteredAt,
        LocalDate due,
        @Nullable String reviewedBy,
        @Nullable String note) {}
