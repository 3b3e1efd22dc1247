package org.sise.supervision.visit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which visits a list is asked for; what is null does not restrict.
 *
 * @param day a day on which they may be paid
 * @param officer the certificate of one of their officers
 * @param business the business's credit code
 * @param state where they stand
 */
public record VisitFilter(
        @Nullable LocalDate day,
        @Nullable String officer,
        @Nullable String business,
        @Nullable VisitState state) {}
