package org.sise.core.record;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Days as {@code yyyy-MM-dd}, read without an exception. */
final class IsoDay {

    private static final int LENGTH = 10;

    private IsoDay() {}

    /** The day, or null when the text is none of the years 1000 to 9999 in this form. */
    static @Nullable LocalDate of(String text) {
        if (text.length() != LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, LENGTH);
        if (year < 1000 || month < 1 || month > 12 || day < 1 || day > 28 && !has(year, month, day)) {
            return null;
        }
        return LocalDate.of(year, month, day);
    }

    private static boolean has(int year, int month, int day) {
        return day <= YearMonth.of(year, month).lengthOfMonth();
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = 10 * number + c - '0';
        }
        return number;
    }
}
