package org.sise.integrations.descriptor;

import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;

/**
 * A cron expression of five fields: minute, hour, day of month, month, day of week (0 to 7, Sunday is both). A field is
 * a star or a list of numbers and ranges, each with a step, such as {@code 0-30/10}. Where both days are given, either
 * one is enough, as crontab(5) has it.
 */
public final class Cron {

    /** No expression that can be met waits longer: 29 February, over a century year without it. */
    private static final int LONGEST_WAIT_YEARS = 9;

    private final String expression;
    private final BitSet minutes;
    private final BitSet hours;
    private final BitSet days;
    private final BitSet months;
    private final BitSet weekdays;
    private final boolean anyDay;
    private final boolean anyWeekday;

    private Cron(String expression, String[] fields) {
        this.expression = expression;
        this.minutes = set(fields[0], 0, 59);
        this.hours = set(fields[1], 0, 23);
        this.days = set(fields[2], 1, 31);
        this.months = set(fields[3], 1, 12);
        this.weekdays = set(fields[4], 0, 7);
        if (weekdays.get(7)) {
            weekdays.set(0);
        }
        this.anyDay = fields[2].startsWith("*");
        this.anyWeekday = fields[4].startsWith("*");
    }

    /**
     * Reads an expression.
     *
     * @throws IllegalArgumentException when it is none, or can never be met
     */
    public static Cron of(String expression) {
        String[] fields = expression.strip().split("\\s+");
        if (fields.length != 5) {
            throw new IllegalArgumentException("five fields are needed: minute hour day month weekday");
        }
        Cron cron = new Cron(expression, fields);
        cron.next(ZonedDateTime.of(2024, 1, 1, 0, 0, 0, 0, Schedule.ZONE));
        return cron;
    }

    /** The first time after one that the expression meets. */
    public ZonedDateTime next(ZonedDateTime after) {
        ZonedDateTime time = after.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
        ZonedDateTime end = after.plusYears(LONGEST_WAIT_YEARS);
        while (time.isBefore(end)) {
            if (!months.get(time.getMonthValue())) {
                time = time.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1).plusMonths(1);
            } else if (!onDay(time)) {
                time = time.truncatedTo(ChronoUnit.DAYS).plusDays(1);
            } else if (!hours.get(time.getHour())) {
                time = time.truncatedTo(ChronoUnit.HOURS).plusHours(1);
            } else if (!minutes.get(time.getMinute())) {
                time = time.plusMinutes(1);
            } else {
                return time;
            }
        }
        throw new IllegalArgumentException("no day meets it");
    }

    private boolean onDay(ZonedDateTime time) {
        boolean day = days.get(time.getDayOfMonth());
        boolean weekday = weekdays.get(time.getDayOfWeek().getValue() % 7);
        return anyDay || anyWeekday ? day && weekday : day || weekday;
    }

    private static BitSet set(String field, int low, int high) {
        BitSet set = new BitSet();
        for (String part : field.split(",", -1)) {
            String[] step = part.split("/", -1);
            String[] range = step[0].split("-", -1);
            int every = step.length == 1 ? 1 : number(step[1], 1, high);
            int from = low;
            int to = high;
            if (!step[0].equals("*")) {
                from = number(range[0], low, high);
                to = range.length > 1 ? number(range[1], low, high) : step.length > 1 ? high : from;
            }
            if (step.length > 2 || range.length > 2 || from > to) {
                throw new IllegalArgumentException("'" + part + "' is no number, range or step");
            }
            for (int n = from; n <= to; n += every) {
                set.set(n);
            }
        }
        return set;
    }

    private static int number(String text, int low, int high) {
        if (!text.matches("\\d{1,2}") || Integer.parseInt(text) < low || Integer.parseInt(text) > high) {
            throw new IllegalArgumentException("'%s' is no number from %d to %d".formatted(text, low, high));
        }
        return Integer.parseInt(text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cron cron && cron.expression.equals(expression);
    }

    @Override
    public int hashCode() {
        return expression.hashCode();
    }

    @Override
    public String toString() {
        return expression;
    }
}
