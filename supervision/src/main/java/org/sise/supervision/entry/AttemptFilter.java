package org.sise.supervision.entry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which scans a list is asked for; what is null does not restrict.
 *
 * @param admitted whether admitted ones or refused ones
 * @param way in which way
 * @param condition a condition that failed
 * @param business the business's credit code
 * @param certificate the officer's certificate
 * @param from the first day, Asia/Shanghai
 * @param until the last day
 */
public record AttemptFilter(
        @Nullable Boolean admitted,
        @Nullable Way way,
        @Nullable Condition condition,
        @Nullable String business,
        @Nullable String certificate,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {}
