package org.sise.integrations.landing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How many rows a query takes, by what further filters could be set, and how old they are. The counts beside a filter are
 * those of the other filters, so that they say what another choice would give.
 *
 * @param total how many rows
 * @param exact whether all rows were counted; else there are more
 * @param feeds by feed
 * @param reasons by reason
 * @param fields by field, {@link QuarantineQuery#NONE} where there is none
 * @param columns by column, likewise
 * @param states by state, as words
 * @param ages how old those are that are not settled, by feed
 * @param age how old those are together
 */
public record QuarantineCounts(
        long total,
        boolean exact,
        List<Facet> feeds,
        List<Facet> reasons,
        List<Facet> fields,
        List<Facet> columns,
        List<Facet> states,
        List<Ages> ages,
        Ages age) {

    /** The last day of each class of ages but the last, which has none: today, 1 to 3, 4 to 7, 8 to 30 days, older. */
    private static final long[] CLASSES = {0, 3, 7, 30};

    /**
     * A choice and how many rows it has.
     *
     * @param value the choice
     * @param rows how many rows
     */
    public record Facet(String value, long rows) {}

    /**
     * How old rows are, in days of the calendar.
     *
     * @param feed their feed; empty for all together
     * @param rows how many
     * @param classes how many came today, 1 to 3, 4 to 7, 8 to 30 days ago, and earlier
     * @param oldest days since the oldest came
     * @param median days since the middle one came
     */
    public record Ages(String feed, long rows, List<Long> classes, long oldest, long median) {}

    /** Rows that are alike in what can be filtered by. */
    record Cell(
            String feed,
            String state,
            String reason,
            @Nullable String field,
            @Nullable String column,
            LocalDate day,
            long rows) {}

    static QuarantineCounts of(List<Cell> cells, QuarantineQuery query, boolean exact, LocalDate today) {
        Predicate<Cell> feed = equal(Cell::feed, query.feed());
        Predicate<Cell> reason = equal(Cell::reason, query.reason());
        Predicate<Cell> field = equal(cell -> orNone(cell.field()), query.field());
        Predicate<Cell> column = equal(cell -> orNone(cell.column()), query.column());
        Predicate<Cell> state =
                equal(Cell::state, query.state() == null ? null : query.state().token());
        LocalDate before = query.before();
        List<Cell> came = before == null
                ? cells
                : cells.stream().filter(cell -> cell.day().isBefore(before)).toList();
        List<Cell> taken = came.stream()
                .filter(feed.and(reason).and(field).and(column).and(state))
                .toList();
        List<Cell> unsettled = taken.stream()
                .filter(cell -> cell.state().equals(QuarantinedRow.State.OPEN.token())
                        || cell.state().equals(QuarantinedRow.State.WAITING.token()))
                .toList();
        return new QuarantineCounts(
                taken.stream().mapToLong(Cell::rows).sum(),
                exact,
                facets(came, reason.and(field).and(column).and(state), Cell::feed),
                facets(came, feed.and(field).and(column).and(state), Cell::reason),
                facets(came, feed.and(reason).and(column).and(state), cell -> orNone(cell.field())),
                facets(came, feed.and(reason).and(field).and(state), cell -> orNone(cell.column())),
                facets(came, feed.and(reason).and(field).and(column), Cell::state),
                byFeed(unsettled, today),
                ages("", unsettled, today));
    }

    private static Predicate<Cell> equal(Function<Cell, String> of, @Nullable String value) {
        return value == null ? _ -> true : cell -> of.apply(cell).equals(value);
    }

    private static String orNone(@Nullable String value) {
        return Objects.requireNonNullElse(value, QuarantineQuery.NONE);
    }

    private static List<Facet> facets(List<Cell> cells, Predicate<Cell> others, Function<Cell, String> by) {
        Map<String, Long> sums = new HashMap<>();
        for (Cell cell : cells) {
            if (others.test(cell)) {
                sums.merge(by.apply(cell), cell.rows(), Long::sum);
            }
        }
        return sums.entrySet().stream()
                .filter(sum -> sum.getValue() > 0)
                .map(sum -> new Facet(sum.getKey(), sum.getValue()))
                .sorted(Comparator.comparingLong(Facet::rows).reversed().thenComparing(Facet::value))
                .toList();
    }

    private static List<Ages> byFeed(List<Cell> cells, LocalDate today) {
        Map<String, List<Cell>> feeds = new TreeMap<>();
        cells.forEach(cell ->
                feeds.computeIfAbsent(cell.feed(), _ -> new ArrayList<>()).add(cell));
        return feeds.entrySet().stream()
                .map(feed -> ages(feed.getKey(), feed.getValue(), today))
                .filter(ages -> ages.rows() > 0)
                .toList();
    }

    private static Ages ages(String feed, List<Cell> cells, LocalDate today) {
        TreeMap<Long, Long> days = new TreeMap<>();
        cells.forEach(cell ->
                days.merge(Math.max(0, ChronoUnit.DAYS.between(cell.day(), today)), cell.rows(), Long::sum));
        days.values().removeIf(rows -> rows == 0);
        long rows = days.values().stream().mapToLong(Long::longValue).sum();
        Long[] classes = new Long[CLASSES.length + 1];
        Arrays.fill(classes, 0L);
        long median = -1;
        long passed = 0;
        for (Map.Entry<Long, Long> day : days.entrySet()) {
            int at = 0;
            while (at < CLASSES.length && day.getKey() > CLASSES[at]) {
                at++;
            }
            classes[at] += day.getValue();
            passed += day.getValue();
            if (median < 0 && 2 * passed >= rows) {
                median = day.getKey();
            }
        }
        return new Ages(feed, rows, List.of(classes), days.isEmpty() ? 0 : days.lastKey(), Math.max(0, median));
    }
}
