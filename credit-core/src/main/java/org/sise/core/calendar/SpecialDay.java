package org.sise.core.calendar;

import java.time.LocalDate;

/**
 * A day that is not what its weekday says: a holiday, or a weekend day that is worked to make up for one.
 *
 * @param date the day
 * @param works whether it is worked
 * @param name the holiday that it belongs to, in Chinese
 * @param announced whether the year's notice has been published; before that only the statutory days are known, and no
 *     days that make up for them
 * @param source the notice or law
 * @param confidence how sure the source is
 */
public record SpecialDay(
        LocalDate date, boolean works, String name, boolean announced, String source, String confidence) {}
