package org.sise.supervision.reminder;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which slips are asked for; what is null does not restrict.
 *
 * @param kind of what they remind
 * @param business a credit code
 * @param dueBy whose day is not after
 * @param colours whether those that tell the colour are among them
 * @param closed whether those whose reason is gone are among them
 */
public record ReminderFilter(
        @Nullable SlipKind kind,
        @Nullable String business,
        @Nullable LocalDate dueBy,
        boolean colours,
        boolean closed) {}
