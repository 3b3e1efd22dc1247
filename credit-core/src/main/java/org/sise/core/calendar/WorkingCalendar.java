package org.sise.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sise.core.csv.CsvTable;

/**
 * Which days are worked (工作日): Monday to Friday but for the holidays, and the weekend days that make up for them, as the
 * State Council announces them year by year (国务院办公厅关于部分节假日安排的通知). Immutable.
 */
public final class WorkingCalendar {

    private static final WorkingCalendar STANDARD =
            new WorkingCalendar(Collections.emptyNavigableMap()).with(table("rules/holidays.csv"));

    private final NavigableMap<LocalDate, SpecialDay> special;

    private WorkingCalendar(NavigableMap<LocalDate, SpecialDay> special) {
        this.special = special;
    }

    /** The table {@code rules/holidays.csv}, with the source and confidence of each day. */
    public static WorkingCalendar standard() {
        return STANDARD;
    }

    /**
     * This calendar with the days of a table, which replace all days of the years that the table speaks of: a notice that
     * is published late replaces what was supposed of its year.
     *
     * @param table with the columns {@code date}, {@code kind} ({@code holiday} or {@code makeup-workday}), {@code name},
     *     {@code year}, {@code status} ({@code announced} or another word), {@code source}, {@code confidence}
     * @throws IllegalArgumentException when a column is missing, a day is none or stands twice, or a kind is unknown
     */
    public WorkingCalendar with(CsvTable table) {
        NavigableMap<LocalDate, SpecialDay> given = new TreeMap<>();
        NavigableMap<LocalDate, SpecialDay> all = new TreeMap<>(special);
        for (CsvTable.Row row : table.rows()) {
            int year = Integer.parseInt(row.get("year"));
            all.keySet().removeIf(day -> day.getYear() == year);
            SpecialDay day = day(row);
            if (given.put(day.date(), day) != null) {
                throw new IllegalArgumentException("the day stands twice: " + day.date());
            }
        }
        all.putAll(given);
        return new WorkingCalendar(Collections.unmodifiableNavigableMap(all));
    }

    /** Whether a day is worked. */
    public boolean isWorked(LocalDate day) {
        SpecialDay known = special.get(day);
        return known == null
                ? day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY
                : known.works();
    }

    /** What is special about a day, or null when it is what its weekday says. */
    public @Nullable SpecialDay special(LocalDate day) {
        return special.get(day);
    }

    /** The special days of a year, in their order. */
    public Collection<SpecialDay> year(int year) {
        return special.subMap(LocalDate.of(year, 1, 1), true, LocalDate.of(year, 12, 31), true)
                .values();
    }

    /** Whether the notice of a year is known, so that a count of its working days is final. */
    public boolean isAnnounced(int year) {
        Collection<SpecialDay> days = year(year);
        return !days.isEmpty() && days.stream().allMatch(SpecialDay::announced);
    }

    /**
     * The last day of a period of working days. The day from which it runs does not count (民法典 第201条), and of 0 days the
     * last is that day or, when it is not worked, the next that is.
     *
     * @param from the day from which the period runs
     * @param days how many working days, 0 or more
     * @throws IllegalArgumentException when there are less than 0
     */
    public LocalDate plus(LocalDate from, int days) {
        if (days < 0) {
            throw new IllegalArgumentException("a period has no %d days".formatted(days));
        }
        LocalDate day = from;
        int left = days;
        while (left > 0 || !isWorked(day)) {
            day = day.plusDays(1);
            if (isWorked(day) && left > 0) {
                left--;
            }
        }
        return day;
    }

    /** How many days are worked from a day, not counted, up to and including another; 0 when that is not later. */
    public int between(LocalDate from, LocalDate to) {
        int count = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            count += isWorked(day) ? 1 : 0;
        }
        return count;
    }

    private static CsvTable table(String path) {
        return CsvTable.ofResource(WorkingCalendar.class, path);
    }

    private static SpecialDay day(CsvTable.Row row) {
        String kind = row.get("kind");
        if (!kind.equals("holiday") && !kind.equals("makeup-workday")) {
            throw new IllegalArgumentException("a day is a holiday or a makeup-workday, not " + kind);
        }
        return new SpecialDay(
                LocalDate.parse(row.get("date")),
                kind.equals("makeup-workday"),
                row.get("name"),
                row.get("status").equals("announced"),
                row.get("source"),
                row.get("confidence"));
    }
}
