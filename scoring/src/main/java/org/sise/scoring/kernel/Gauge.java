package org.sise.scoring.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.Measure;

/**
 * How an indicator is read off the accumulators: from the sum of its records' points, from how many records it has, or,
 * where neither is enough, by going over the party's records.
 */
final class Gauge {
    final Term term;

    /** The sum in units, or for the newest record its points in units plus one; null where a sum would not do. */
    final @Nullable Lane sum;

    /** The number of records; null where the sum tells whether there is any. */
    final @Nullable Lane count;

    /** What the sum's 1 is worth, in thousandths of a point. */
    final long unit;

    /** From how many records on the party's records are gone over. */
    final int exactFrom;

    /** Only for parties with one of these flags are the records gone over; 0: for all. */
    final byte onlyWith;

    private Gauge(Term term, @Nullable Lane sum, @Nullable Lane count, long unit, int exactFrom, byte onlyWith) {
        this.term = term;
        this.sum = sum;
        this.count = count;
        this.unit = unit;
        this.exactFrom = exactFrom;
        this.onlyWith = onlyWith;
    }

    /**
     * @param unit the greatest common divisor of what records give, 0 where they give nothing
     * @param most the most that one record gives, sign aside
     * @param zeros whether some record gives 0 and weighs all the same
     */
    static Gauge of(Term term, long unit, long most, boolean zeros) {
        int never = Integer.MAX_VALUE;
        if (term.kind == null) {
            return new Gauge(term, null, null, 0, never, (byte) 0);
        }
        Lane count = new Lane(1, false);
        if (term.endSlot > 0 || term.numberAt >= 0) {
            return new Gauge(term, null, count, 0, 1, (byte) 0);
        }
        long sign = Long.signum(term.indicator.points().milli());
        Lane sum = unit == 0 ? null : new Lane(most / unit, false);
        return switch (term.indicator.measure()) {
            case Measure.Sum ignored -> new Gauge(term, null, count, 0, 1, (byte) 0);
            case Measure.Count ignored -> new Gauge(term, sum, zeros ? count : null, sign * unit, never, (byte) 0);
            case Measure.Max ignored -> new Gauge(term, sum, count, sign * unit, 2, (byte) 0);
            case Measure.Distinct ignored -> new Gauge(term, sum, count, sign * unit, 2, Population.REPEATED);
            case Measure.Latest ignored -> {
                long step = Math.max(unit, 1);
                boolean ordered = term.ordered;
                yield new Gauge(
                        term,
                        new Lane(most / step + 1, true),
                        ordered ? null : count,
                        sign * step,
                        ordered ? never : 2,
                        Population.TIED);
            }
        };
    }

    /** Whether only the newest record stands in the sum. */
    boolean isLatest() {
        return sum != null && sum.replaced;
    }

    void addLanes(List<Lane> lanes) {
        if (sum != null) {
            lanes.add(sum);
        }
        if (count != null) {
            lanes.add(count);
        }
    }
}
