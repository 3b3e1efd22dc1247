package org.sise.supervision.effect;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The days that are looked at.
 *
 * @param from the first day
 * @param until the last day
 */
public record Span(LocalDate from, LocalDate until) {

    /** @throws IllegalArgumentException when it ends before it begins */
    public Span {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException(
                    "until: 止日不应早于起日 / the last day must not be before the first: %s – %s".formatted(from, until));
        }
    }

    /** How many days. */
    public long days() {
        return ChronoUnit.DAYS.between(from, until) + 1;
    }

    /** What a count in these days would be in a year of 365. */
    public double yearly(double count) {
        return count * 365 / days();
    }
}
