package org.sise.scoring.evaluate;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation covers.
 *
 * @param from the first day of outcomes, inclusive; null: from the first outcome
 * @param to the last day of outcomes, inclusive; null: to the last outcome
 * @param scheduleDays length in days of the windows in which a schedule by score is laid out
 * @param leastOfDistrict the fewest outcomes of a district that is compared with others
 */
public record Terms(@Nullable LocalDate from, @Nullable LocalDate to, int scheduleDays, int leastOfDistrict) {
    /** The length of the Chicago evaluation's test period, September and October 2014. */
    public static final int SCHEDULE_DAYS = 60;

    /** Fewer outcomes than this tell little about a rate. */
    public static final int LEAST_OF_DISTRICT = 30;

    public Terms {
        if (from != null && to != null && from.isAfter(to)) {
            throw new IllegalArgumentException("from %s is after to %s".formatted(from, to));
        }
        if (scheduleDays < 1 || leastOfDistrict < 1) {
            throw new IllegalArgumentException("a window has a day and a district an outcome at least");
        }
    }

    public static Terms between(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new Terms(from, to, SCHEDULE_DAYS, LEAST_OF_DISTRICT);
    }

    boolean covers(LocalDate date) {
        return (from == null || !date.isBefore(from)) && (to == null || !date.isAfter(to));
    }
}
