package org.sise.supervision.commitment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which commitments are asked for; what is null does not restrict.
 *
 * @param kind the code of their kind
 * @param state where they stand
 * @param business a credit code
 * @param dueBy still to be kept, and due by this day
 * @param reported only those that the business says it kept and nobody has confirmed
 */
public record CommitmentFilter(
        @Nullable String kind,
        @Nullable CommitmentState state,
        @Nullable String business,
        @Nullable LocalDate dueBy,
        boolean reported) {}
