package org.sise.scoring.kernel;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Days as 16-bit numbers, counted from 1900-01-01. */
final class Days {
    /** The epoch day of day 0. */
    static final long BASE = LocalDate.of(1900, 1, 1).toEpochDay();

    /** The number of days; the last is 2079-06-05. */
    static final int COUNT = 0xFFFF;

    /** The end of a record that never ends. */
    static final int NEVER = 0xFFFF;

    /** The epoch day of an end that never comes. */
    static final long FOREVER = Long.MAX_VALUE >> 1;

    /** What {@link #parse} answers for a text that is no date. */
    static final long NONE = Long.MIN_VALUE;

    private Days() {}

    /** The epoch day of an ISO date; {@link #NONE} for null and for any other text. */
    static long parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return NONE;
        }
        if (text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-') {
            int year = number(text, 0, 4);
            int month = number(text, 5, 7);
            int day = number(text, 8, 10);
            if (year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= 28) {
                return epochDay(year, month, day);
            }
        }
        try {
            return LocalDate.parse(text).toEpochDay();
        } catch (DateTimeParseException e) {
            return NONE;
        }
    }

    /** The digits as a number; -1 if there is anything else. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** Days from 1970-01-01 in the proleptic Gregorian calendar, for years from 0 on. */
    private static long epochDay(int year, int month, int day) {
        int shifted = month <= 2 ? year - 1 : year;
        int era = Math.floorDiv(shifted, 400);
        int yearOfEra = shifted - era * 400;
        int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097L + dayOfEra - 719_468;
    }
}
