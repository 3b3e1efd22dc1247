package org.sise.supervision.reminder;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A slip that a business has been given.
 *
 * @param id its number
 * @param business a credit code
 * @param slip of what it reminds
 * @param madeOn when it was made
 * @param closedOn when its reason was found no longer, or null
 * @param readAt when the business read it, or null
 * @param readBy by which account, or null
 */
public record Reminder(
        long id,
        String business,
        Slip slip,
        LocalDate madeOn,
        @Nullable LocalDate closedOn,
        @Nullable Instant readAt,
        @Nullable String readBy) {}
