package org.sise.bench.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The policy as SQL over {@code record (business, kind, value, state, date)} and {@code business (id, registered)}. A record
 * that can neither give points nor set off a rule is left out before anything is added up.
 *
 * @param divide the operator that divides whole numbers, cutting off the rest
 */
record Sql(Scheme scheme, String divide) {

    /** Each business's colour. */
    String pairs() {
        return pairs("");
    }

    /** Each business's colour; the condition, such as {@code and business < 10}, chooses among the records. */
    String pairs(String condition) {
        List<String> sums = new ArrayList<>();
        for (Scheme.Tally tally : scheme.tallies()) {
            sums.add("sum(%s) as %s".formatted(points(tally), tally.id()));
        }
        for (Scheme.Trigger trigger : scheme.triggers()) {
            sums.add("count(case when %s then 1 end) as %s".formatted(meets(trigger), name(trigger)));
        }
        return """
                select id as business, greatest(%s) as colour
                from (
                    select id, registered, %s as score, %s
                    from business left join (
                        select business, %s
                        from record
                        where state < %d and date <= %s and (%s) %s
                        group by business
                    ) tallied on tallied.business = business.id
                ) scored
                """.formatted(
                        grades(),
                        score(),
                        scheme.triggers().stream().map(Sql::name).collect(Collectors.joining(", ")),
                        String.join(", ", sums),
                        Population.WEIGHTLESS,
                        date(Population.AS_OF.toEpochDay()),
                        weighing(),
                        condition);
    }

    /** {@link Checksum#sum} over all businesses. */
    String checksum() {
        return checksum(pairs());
    }

    static String checksum(String pairs) {
        return "select sum(cast(cast(business + 1 as bigint) * (2 * colour + 1) * 1000003 %% 2147483647 as integer)) from (%s) graded"
                .formatted(pairs);
    }

    private static String points(Scheme.Tally tally) {
        StringBuilder text = new StringBuilder("case when kind = %d then case value".formatted(tally.kind()));
        for (int v = 0; v < tally.points().length; v++) {
            if (!isZero(tally.points()[v])) {
                text.append(" when ").append(v).append(" then case");
                for (int b = 0; b < tally.ends().length; b++) {
                    text.append(" when date > %s then %d".formatted(date(tally.ends()[b]), tally.points()[v][b]));
                }
                text.append(" else 0 end");
            }
        }
        return text.append(" else 0 end else 0 end").toString();
    }

    private String weighing() {
        List<String> ways = new ArrayList<>();
        for (Scheme.Tally tally : scheme.tallies()) {
            List<String> values = new ArrayList<>();
            for (int v = 0; v < tally.points().length; v++) {
                if (!isZero(tally.points()[v])) {
                    values.add(Integer.toString(v));
                }
            }
            ways.add("kind = %d and value in (%s) and date > %s"
                    .formatted(tally.kind(), String.join(", ", values), date(tally.ends()[tally.ends().length - 1])));
        }
        for (Scheme.Trigger trigger : scheme.triggers()) {
            ways.add(meets(trigger));
        }
        return String.join(" or ", ways);
    }

    private static String meets(Scheme.Trigger trigger) {
        return "kind = %d".formatted(trigger.kind())
                + (trigger.value() == null ? "" : " and value = %d".formatted(trigger.value()))
                + (trigger.after() == null ? "" : " and date > %s".formatted(date(trigger.after())));
    }

    private String score() {
        List<String> weighted = new ArrayList<>();
        for (int d = 0; d < scheme.weights().length; d++) {
            List<String> addends = new ArrayList<>();
            for (Scheme.Tally tally : scheme.tallies()) {
                if (tally.dimension() == d) {
                    addends.add("least(coalesce(%s, 0), %d)".formatted(tally.id(), tally.cap()));
                }
            }
            weighted.add("(least(%s, %d) * %d + 500) %s 1000"
                    .formatted(String.join(" + ", addends), scheme.mosts()[d], scheme.weights()[d], divide));
        }
        return String.join(" + ", weighted);
    }

    private String grades() {
        List<String> grades = new ArrayList<>();
        StringBuilder bands = new StringBuilder("case");
        for (int g = 0; g < scheme.bandEnds().length; g++) {
            bands.append(" when score < %d then %d".formatted(scheme.bandEnds()[g], g));
        }
        grades.add(
                bands.append(" else %d end".formatted(scheme.bandEnds().length)).toString());
        for (Scheme.Trigger trigger : scheme.triggers()) {
            grades.add("case when %s >= %d then %d else 0 end"
                    .formatted(name(trigger), trigger.atLeast(), trigger.grade()));
        }
        grades.add(
                "case when registered > %s then %d else 0 end".formatted(date(scheme.newSince()), scheme.newGrade()));
        return String.join(", ", grades);
    }

    private static String name(Scheme.Trigger trigger) {
        return trigger.id().replace('-', '_');
    }

    private static boolean isZero(long[] points) {
        for (long given : points) {
            if (given != 0) {
                return false;
            }
        }
        return true;
    }

    private static String date(long epochDay) {
        return "date '%s'".formatted(LocalDate.ofEpochDay(epochDay));
    }
}
