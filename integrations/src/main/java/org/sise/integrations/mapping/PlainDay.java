package org.sise.integrations.mapping;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Days in the forms that departments use most, read without a formatter: the numbers of year, month and day with signs
 * between them.
 */
final class PlainDay {

    private static final int ISO_LENGTH = 10;

    private PlainDay() {}

    /**
     * The day as {@code yyyy-MM-dd}, or null where the cell is not plainly a day of the years 1000 to 9999 in that form or
     * in one of the patterns; a formatter then has the last word.
     */
    static @Nullable String of(String cell, List<String> patterns) {
        int length = cell.length();
        int year = number(cell, 0, 4);
        if (length < 8 || year < 1000) {
            return null;
        }
        int month = number(cell, 5, digits(cell, 5));
        int second = digits(cell, 5);
        int day = second < length ? number(cell, second + 1, digits(cell, second + 1)) : -1;
        if (day < 1
                || month < 1
                || month > 12
                || day > 28 && day > YearMonth.of(year, month).lengthOfMonth()) {
            return null;
        }
        int end = digits(cell, second + 1);
        char sign = cell.charAt(4);
        if (sign == '-' && cell.charAt(second) == '-' && length == ISO_LENGTH && end == length && second == 7) {
            return cell;
        }
        String pattern = pattern(sign, cell.charAt(second), cell.substring(end));
        return pattern != null && patterns.contains(pattern) ? text(year, month, day) : null;
    }

    private static @Nullable String pattern(char first, char second, String rest) {
        if (first == second && rest.isEmpty()) {
            return switch (first) {
                case '-' -> "yyyy-M-d";
                case '/' -> "yyyy/M/d";
                case '.' -> "yyyy.M.d";
                default -> null;
            };
        }
        return first == '年' && second == '月' && rest.equals("日") ? "yyyy年M月d日" : null;
    }

    private static String text(int year, int month, int day) {
        char[] text = new char[ISO_LENGTH];
        text[0] = (char) ('0' + year / 1000);
        text[1] = (char) ('0' + year / 100 % 10);
        text[2] = (char) ('0' + year / 10 % 10);
        text[3] = (char) ('0' + year % 10);
        text[4] = '-';
        text[5] = (char) ('0' + month / 10);
        text[6] = (char) ('0' + month % 10);
        text[7] = '-';
        text[8] = (char) ('0' + day / 10);
        text[9] = (char) ('0' + day % 10);
        return new String(text);
    }

    /** Where the one or two digits end that begin here. */
    private static int digits(String cell, int from) {
        int to = from;
        while (to < cell.length() && to < from + 2 && cell.charAt(to) >= '0' && cell.charAt(to) <= '9') {
            to++;
        }
        return to;
    }

    private static int number(String cell, int from, int to) {
        if (from >= to || to > cell.length()) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = cell.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = 10 * number + c - '0';
        }
        return number;
    }
}
