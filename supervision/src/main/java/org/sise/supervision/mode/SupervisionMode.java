package org.sise.supervision.mode;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sise.supervision.visit.VisitKind;

/**
 * A time in which a business is in a mode of supervision.
 *
 * @param id its number
 * @param business the business's credit code
 * @param name the business's name, or its code where the register has none
 * @param policy the policy's word
 * @param kind what it is for
 * @param suspends kinds of visits that are not begun
 * @param endsOn what ends it before its last day
 * @param enteredOn its first day
 * @param until its last day
 * @param enteredBy who decided, or {@code rule}
 * @param reason why
 * @param endedAt when it ended, or null while it goes on
 * @param endedBy who ended it, or null
 * @param end what ended it, or null
 * @param note what belongs to its end, or null
 */
public record SupervisionMode(
        long id,
        String business,
        String name,
        String policy,
        ModeKind kind,
        Set<VisitKind> suspends,
        Set<ModeEnd> endsOn,
        LocalDate enteredOn,
        LocalDate until,
        String enteredBy,
        String reason,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        @Nullable ModeEnd end,
        @Nullable String note) {

    /** Copies its sets. */
    public SupervisionMode {
        suspends = Set.copyOf(suspends);
        endsOn = Set.copyOf(endsOn);
    }

    /** Whether it goes on. */
    public boolean isPresent() {
        return endedAt == null;
    }
}
