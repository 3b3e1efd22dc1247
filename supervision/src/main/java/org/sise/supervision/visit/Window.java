package org.sise.supervision.visit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days in which a check may be made.
 *
 * @param from the first day
 * @param until the last day
 */
public record Window(LocalDate from, LocalDate until) {

    /** @throws IllegalArgumentException when it ends before it begins, or is not of one year, since caps are yearly */
    public Window {
        if (until.isBefore(from) || from.getYear() != until.getYear()) {
            throw new IllegalArgumentException(
                    "检查时段应在同一年内，止不早于起 / a window lies in one year and ends no earlier than it begins: %s – %s"
                            .formatted(from, until));
        }
    }

    /** Whether a day lies in it. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }

    /** The days that both have, or null when there are none. */
    public @Nullable Window common(Window other) {
        LocalDate start = from.isAfter(other.from) ? from : other.from;
        LocalDate end = until.isBefore(other.until) ? until : other.until;
        return end.isBefore(start) ? null : new Window(start, end);
    }
}
