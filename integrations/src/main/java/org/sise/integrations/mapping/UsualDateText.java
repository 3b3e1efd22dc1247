package org.sise.integrations.mapping;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Days in the forms that occur in departments' files: {@code 2026-3-5}, {@code 2026/03/05}, {@code 2026.3.5},
 * {@code 20260305}, {@code 2026年3月5日}, with or without a time of day behind; the day numbers of Excel, and the
 * milliseconds since 1970 of JSON interfaces. A time with an offset is taken to Asia/Shanghai.
 */
final class UsualDateText {

    static final String FORMS =
            "应为日历上的一天 / must be a day of the calendar: 2026-03-05, 2026/3/5, 2026.3.5, 20260305, 2026年3月5日";

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate EXCEL = LocalDate.of(1899, 12, 30);
    private static final int YEAR = 4;
    private static final int SHORTEST = 8;
    private static final int LONGEST = 10;
    private static final Pattern PARTS =
            Pattern.compile("(\\d{4}) ?([-/.年]) ?(\\d{1,2}) ?([-/.月]) ?(\\d{1,2}) ?([日号]?)(?:[ T]*(\\d.*))?");
    private static final Pattern TIME =
            Pattern.compile("(\\d{1,2})[:时点](\\d{1,2})(?:[:分](\\d{1,2})?(?:\\.\\d+)?秒?)? ?(Z|[+-]\\d{2}:?\\d{2})?");
    private static final Pattern DIGITS = Pattern.compile("\\d{5}(?:\\.\\d+)?|\\d{8}|\\d{13}|\\d{14}");

    private UsualDateText() {}

    /** The day as {@code yyyy-MM-dd}, or null when the text is none. */
    static @Nullable String day(String text) {
        try {
            LocalDate day = plain(text);
            if (day == null) {
                day = DIGITS.matcher(text).matches() ? ofDigits(text) : ofParts(text);
            }
            return day == null ? null : day.toString();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A day of year, month and day with one kind of mark between them, as most are, or null. */
    private static @Nullable LocalDate plain(String text) {
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            return null;
        }
        char mark = text.charAt(YEAR);
        int second = text.indexOf(mark, YEAR + 1);
        if (mark != '-' && mark != '/' && mark != '.' || second < 0) {
            return null;
        }
        int year = number(text, 0, YEAR);
        int month = number(text, YEAR + 1, second);
        int day = number(text, second + 1, text.length());
        return year < 0 || month < 0 || day < 0 ? null : LocalDate.of(year, month, day);
    }

    /** A number of digits alone, or -1. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return to - from < 1 || to - from > YEAR ? -1 : number;
    }

    private static LocalDate ofDigits(String text) {
        return switch (text.length()) {
            case 8, 14 ->
                text.indexOf('.') > 0
                        ? excel(text)
                        : LocalDate.of(
                                Integer.parseInt(text.substring(0, 4)),
                                Integer.parseInt(text.substring(4, 6)),
                                Integer.parseInt(text.substring(6, 8)));
            case 13 ->
                text.indexOf('.') > 0
                        ? excel(text)
                        : LocalDate.ofInstant(Instant.ofEpochMilli(Long.parseLong(text)), ZONE);
            default -> excel(text);
        };
    }

    private static LocalDate excel(String text) {
        return EXCEL.plusDays(Integer.parseInt(text.substring(0, 5)));
    }

    private static @Nullable LocalDate ofParts(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        boolean chinese = parts.group(2).equals("年");
        if (chinese != parts.group(4).equals("月") || !chinese && !parts.group(2).equals(parts.group(4))) {
            return null;
        }
        LocalDate day = LocalDate.of(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(3)), Integer.parseInt(parts.group(5)));
        String rest = parts.group(7);
        return rest == null ? day : inShanghai(day, rest);
    }

    private static @Nullable LocalDate inShanghai(LocalDate day, String rest) {
        Matcher time = TIME.matcher(rest);
        if (!time.matches()) {
            return null;
        }
        int hour = Integer.parseInt(time.group(1));
        LocalTime at = LocalTime.of(hour, Integer.parseInt(time.group(2)));
        if (time.group(4) == null) {
            return day;
        }
        String offset = time.group(4).replaceFirst("^([+-]\\d{2})(\\d{2})$", "$1:$2");
        return LocalDateTime.of(day, at)
                .atOffset(ZoneOffset.of(offset))
                .atZoneSameInstant(ZONE)
                .toLocalDate();
    }
}
