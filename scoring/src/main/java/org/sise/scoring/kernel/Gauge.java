package org.sise.scoring.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.Measure;

/**
 * How an indicator is read off the accumulators: from the sum of its records' points, from how many records it has, or,
 * where that is not enough, by going over the party's records.
 */
final class Gauge {
    final Term term;

    /** The sum in units, or that of the newest record where only it counts; null where a sum would not do. */
    final @Nullable Lane sum;

    /** The number of records; null where the sum tells whether there is any, or where nothing asks. */
    final @Nullable Lane count;

    /** The number of records that leave the sum in doubt; null where it is never. */
    final @Nullable Lane doubt;

    /** Whether it matters to the policy if some record weighs. */
    boolean asked;

    /** What the sum's 1 is worth, in thousandths of a point. */
    final long unit;

    /** From how many records in doubt on the party's records are gone over. */
    final int exactFrom;

    /** Only for parties with one of these flags are the records gone over; 0: for all. */
    final byte onlyWith;

    private Gauge(
            Term term,
            @Nullable Lane sum,
            @Nullable Lane count,
            @Nullable Lane doubt,
            long unit,
            int exactFrom,
            byte onlyWith) {
        this.term = term;
        this.sum = sum;
        this.count = count;
        this.doubt = doubt;
        this.unit = unit;
        this.exactFrom = exactFrom;
        this.onlyWith = onlyWith;
    }

    /**
     * @param unit the greatest common divisor of what records give, 0 where they give nothing
     * @param most the most that one record gives, sign aside
     * @param zeros whether some record gives 0 and weighs all the same
     * @param asked whether it matters to the policy if some record weighs
     */
    static Gauge of(Term term, long unit, long most, boolean zeros, boolean asked) {
        Gauge gauge = of(term, unit, most, zeros && asked);
        gauge.asked = asked;
        return gauge;
    }

    private static Gauge of(Term term, long unit, long most, boolean counted) {
        if (term.kind == null) {
            return new Gauge(term, null, null, null, 0, 1, (byte) 0);
        }
        Lane count = new Lane(1, false);
        boolean plain = term.indicator.measure() instanceof Measure.Count;
        boolean exempting = term.indicator.exempt() != null;
        if (term.endSlot > 0 || term.numberAt >= 0 || (exempting && (!plain || term.groupAt >= 0))) {
            return new Gauge(term, null, count, count, 0, 1, (byte) 0);
        }
        long signed = Long.signum(term.indicator.points().milli()) * unit;
        Lane sum = unit == 0 ? null : new Lane(most / unit, false);
        if (exempting) {
            return new Gauge(term, sum, counted ? count : null, new Lane(1, false), signed, 1, (byte) 0);
        }
        return switch (term.indicator.measure()) {
            case Measure.Count ignored ->
                term.groupAt >= 0
                        ? new Gauge(term, sum, count, count, signed, 2, Population.REPEATED)
                        : new Gauge(term, sum, counted ? count : null, null, signed, 1, (byte) 0);
            case Measure.Max ignored -> new Gauge(term, sum, count, count, signed, 2, (byte) 0);
            case Measure.Distinct ignored -> new Gauge(term, sum, count, count, signed, 2, Population.REPEATED);
            case Measure.Latest ignored -> latest(term, Math.max(unit, 1), most, count);
        };
    }

    private static Gauge latest(Term term, long unit, long most, Lane count) {
        long signed = Long.signum(term.indicator.points().milli()) * unit;
        Lane last = new Lane(Math.max(most / unit, 1), true);
        return term.ordered
                ? new Gauge(term, last, count, null, signed, 1, (byte) 0)
                : new Gauge(term, last, count, count, signed, 2, Population.TIED);
    }

    /** Whether each group's best record counts once, without further ado. */
    boolean isDistinct() {
        return onlyWith == Population.REPEATED && term.groupAt < 0;
    }

    void addLanes(List<Lane> lanes) {
        if (sum != null) {
            lanes.add(sum);
        }
        if (count != null) {
            lanes.add(count);
        }
        if (doubt != null && doubt != count) {
            lanes.add(doubt);
        }
    }
}
