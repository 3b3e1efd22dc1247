package org.sise.scoring.kernel;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.Absence;
import org.sise.scoring.policy.AgeBands;
import org.sise.scoring.policy.FixedPoint;
import org.sise.scoring.policy.Indicator;
import org.sise.scoring.policy.Measure;
import org.sise.scoring.policy.Points;
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

    final int endSlot;
    final int numberAt;
    final int keyAt;

    /** The most and, negated, the least that the indicator gives. */
    final long bound;

    final boolean absentKnown;
    final long absent;

    /** How far records of one day stand in the order of their points. */
    final boolean ordered;

    private final long[] weight;

    /** By band the last day, counted as {@link Days} does, that is too old for it. */
    private final long[] bandEnds;

    private final long[] factors;

    Term(Indicator indicator, Watch watch, List<@Nullable RecordClass> classes, LocalDate asOf) {
        this.indicator = indicator;
        this.of = new boolean[classes.size()];
        this.weight = new long[classes.size()];
        KindPlan kind = null;
        for (int c = 0; c < of.length; c++) {
            RecordClass one = classes.get(c);
            if (one != null && one.isOf(watch)) {
                of[c] = true;
                weight[c] = weight(one);
                kind = one.kind();
            }
        }
        this.kind = kind;
        this.endSlot = kind == null ? -1 : kind.endSlot(watch);
        this.numberAt =
                kind == null || watch.number() == null ? -1 : kind.numbersAt() + kind.numbers.indexOf(watch.number());
        this.keyAt = kind == null || watch.keys().isEmpty() ? -1 : kind.keysAt() + kind.keys.indexOf(watch.keys());
        Points cap = indicator.cap();
        this.bound = cap == null ? FixedPoint.LIMIT : cap.milli();
        this.absentKnown = indicator.absent() instanceof Absence.Counts;
        this.absent = indicator.absent() instanceof Absence.Counts counts
                ? counts.points().milli()
                : 0;
        List<AgeBands.AgeBand> bands = indicator.age().bands();
        this.bandEnds = new long[bands.size()];
        this.factors = new long[bands.size()];
        for (int b = 0; b < factors.length; b++) {
            Integer to = bands.get(b).to();
            bandEnds[b] = to == null ? Long.MIN_VALUE : asOf.minusMonths(to).toEpochDay() - Days.BASE;
            factors[b] = bands.get(b).factor().milli();
        }
        this.ordered = indicator.measure() instanceof Measure.Latest && isOrdered(classes);
    }

    /** The last days of the bands. */
    long[] bandEnds() {
        return bandEnds;
    }

    /** What a record in force of that class and day gives, its number and cap set aside; {@link #NOTHING} if too old. */
    long given(int found, long day) {
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
        if (low == bandEnds.length) {
            return NOTHING;
        }
        return FixedPoint.product(indicator.points().milli(), weight[found], factors[low]);
    }

    long capped(long given) {
        Points cap = indicator.recordCap();
        return cap == null ? given : FixedPoint.clamp(given, cap.milli());
    }

    /** The record's points times its number, before its cap. */
    long times(long given, long number) {
        return indicator.measure() instanceof Measure.Sum sum
                ? FixedPoint.product(
                        given,
                        number == FixedPoint.MISSING
                                ? sum.missing().milli()
                                : FixedPoint.quotient(number, sum.unit().milli()))
                : given;
    }

    private long weight(RecordClass one) {
        Weights weights = indicator.weights();
        return weights == null
                ? 1000
                : weights.of(one.fields().get(weights.field())).milli();
    }

    /** Whether, of records of one day, the one with the most points stands last. */
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
