package org.sise.scoring.kernel;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.Absence;
import org.sise.scoring.policy.AgeBands;
import org.sise.scoring.policy.FixedPoint;
import org.sise.scoring.policy.GroupCap;
import org.sise.scoring.policy.Indicator;
import org.sise.scoring.policy.Measure;
import org.sise.scoring.policy.Points;
import org.sise.scoring.policy.Quantity;
import org.sise.scoring.policy.Weights;

/** An indicator as of a date, for the record classes of a population. */
final class Term {
    /** What {@link #given} answers where a record does not weigh. */
    static final long NOTHING = Long.MIN_VALUE;

    final Indicator indicator;

    /** The population's plan of the indicator's kind; null where it has no such record. */
    final @Nullable KindPlan kind;

    /** Whether the indicator looks at the records of a class. */
    final boolean[] of;

    /** Whether the records of a class may be exempt. */
    final boolean[] listed;

    /** Whether the records of a class belong to a group with a cap. */
    final boolean[] grouped;

    final int endSlot;
    final int numberAt;
    final int keyAt;
    final int groupAt;

    /** The most and, negated, the least that the indicator gives. */
    final long bound;

    /** What it gives without any record; 0 where that tells nothing. */
    final long absent;

    /** Whether the absence of records tells nothing. */
    final boolean absentUnknown;

    /** Whether, of records of one day, the one with the most points stands last. */
    final boolean ordered;

    private final long[] weight;
    private final long[] plus;

    /** By band the last day, counted as {@link Days} does, that is too old for it. */
    private final long[] bandEnds;

    private final long[] factors;

    Term(Indicator indicator, Watch watch, List<@Nullable RecordClass> classes, LocalDate asOf) {
        this.indicator = indicator;
        int size = classes.size();
        this.of = new boolean[size];
        this.listed = new boolean[size];
        this.grouped = new boolean[size];
        this.weight = new long[size];
        this.plus = new long[size];
        Quantity quantity = indicator.quantity();
        KindPlan kind = null;
        for (int c = 0; c < size; c++) {
            RecordClass one = classes.get(c);
            if (one != null && one.isOf(watch)) {
                of[c] = true;
                listed[c] = one.isListed(watch);
                grouped[c] = watch.group() != null && one.fields().containsKey(watch.group());
                weight[c] = weight(indicator.weights(), one, 1000);
                plus[c] = weight(quantity == null ? null : quantity.plus(), one, 0);
                kind = one.kind();
            }
        }
        this.kind = kind;
        this.endSlot = kind == null ? -1 : kind.endSlot(watch);
        this.numberAt =
                kind == null || watch.number() == null ? -1 : kind.numbersAt() + kind.numbers.indexOf(watch.number());
        boolean distinct = indicator.measure() instanceof Measure.Distinct;
        this.keyAt = kind == null || !distinct
                ? -1
                : kind.keysAt() + kind.keys.indexOf(watch.keys().getFirst());
        this.groupAt = kind == null || watch.group() == null
                ? -1
                : kind.keysAt() + kind.keys.indexOf(watch.keys().getLast());
        Points cap = indicator.cap();
        this.bound = cap == null ? FixedPoint.LIMIT : cap.milli();
        this.absentUnknown = indicator.absent() instanceof Absence.Unknown;
        this.absent = indicator.absent() instanceof Absence.Counts counts
                ? counts.points().milli()
                : 0;
        List<AgeBands.AgeBand> bands = indicator.age().bands();
        this.bandEnds = new long[bands.size()];
        this.factors = new long[bands.size()];
        for (int b = 0; b < factors.length; b++) {
            long end = indicator.age().end(b, asOf);
            bandEnds[b] = end == Long.MIN_VALUE ? end : end - Days.BASE;
            factors[b] = bands.get(b).factor().milli();
        }
        this.ordered =
                kind != null && !kind.canonical && indicator.measure() instanceof Measure.Latest && isOrdered(classes);
    }

    /** The last days of the bands. */
    long[] bandEnds() {
        return bandEnds;
    }

    /** The age factor of a day that is not in the future, in thousandths; {@link #NOTHING} if too old. */
    long factor(long day) {
        int low = 0;
        int high = bandEnds.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (day <= bandEnds[middle]) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == bandEnds.length ? NOTHING : factors[low];
    }

    /** What a record of that class gives before its cap; its number is that of its field, if it has one. */
    long given(int found, long factor, long number) {
        long given = FixedPoint.product(indicator.points().milli(), weight[found], factor);
        Quantity quantity = indicator.quantity();
        if (quantity != null) {
            long units = number == FixedPoint.MISSING
                    ? quantity.missing().milli()
                    : FixedPoint.quotient(number, quantity.unit().milli());
            given = FixedPoint.product(given, units + plus[found]);
        }
        Points cap = indicator.recordCap();
        return cap == null ? given : FixedPoint.clamp(given, cap.milli());
    }

    /** The most that the records of a group give with that age factor of the newest. */
    long groupMost(long factor) {
        GroupCap cap = indicator.groupCap();
        return cap == null ? FixedPoint.LIMIT : FixedPoint.product(cap.most().milli(), factor);
    }

    private static long weight(@Nullable Weights weights, RecordClass one, long without) {
        return weights == null
                ? without
                : weights.of(one.fields().get(weights.field())).milli();
    }

    private boolean isOrdered(List<@Nullable RecordClass> classes) {
        int sign = Long.signum(indicator.points().milli());
        Map<Integer, Long> byTie = new TreeMap<>();
        for (int c = 1; c < of.length; c++) {
            RecordClass one = classes.get(c);
            if (of[c] && one != null) {
                Long before = byTie.put(one.tie(), sign * weight[c]);
                if (before != null && before != sign * weight[c]) {
                    return false;
                }
            }
        }
        long last = Long.MIN_VALUE;
        for (long next : byTie.values()) {
            if (next < last) {
                return false;
            }
            last = next;
        }
        return true;
    }
}
