package org.sise.scoring.grade;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.AgeBands;
import org.sise.scoring.policy.Indicator;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.policy.Rule;

/**
 * An as-of date with every boundary of age that a policy names, worked out once.
 *
 * <p>A boundary of n months is the day n months before the as-of date, counted as an epoch day: a fact on that day or
 * earlier is n months old or more. Where bands hold their own ends, it is the day before that.
 */
final class Day {
    private static final long NEVER = Long.MIN_VALUE;

    final LocalDate asOf;
    final long epochDay;
    private final long[][] bandEnds;
    private final long[] ruleEnds;

    Day(Policy policy, LocalDate asOf) {
        this.asOf = asOf;
        this.epochDay = asOf.toEpochDay();
        this.bandEnds = new long[policy.indicators().size()][];
        for (int i = 0; i < bandEnds.length; i++) {
            bandEnds[i] = ends(policy.indicators().get(i), asOf);
        }
        this.ruleEnds = new long[policy.rules().size()];
        for (int r = 0; r < ruleEnds.length; r++) {
            ruleEnds[r] = end(months(policy.rules().get(r)), asOf);
        }
    }

    /** The index of the age band that holds the date; the number of bands if the date is beyond the last. */
    int band(int indicator, long epochDay) {
        long[] ends = bandEnds[indicator];
        int low = 0;
        int high = ends.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (epochDay <= ends[middle]) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Whether the date is young enough for a rule that looks at facts under so many months. */
    boolean isRecent(int rule, long epochDay) {
        return epochDay > ruleEnds[rule];
    }

    private static long[] ends(Indicator indicator, LocalDate asOf) {
        AgeBands age = indicator.age();
        long[] ends = new long[age.bands().size()];
        for (int b = 0; b < ends.length; b++) {
            ends[b] = age.end(b, asOf);
        }
        return ends;
    }

    private static long end(@Nullable Integer months, LocalDate asOf) {
        return months == null ? NEVER : asOf.minusMonths(months).toEpochDay();
    }

    private static @Nullable Integer months(Rule rule) {
        return switch (rule) {
            case Rule.Floor floor -> floor.trigger().underMonths();
            case Rule.Veto veto -> veto.trigger().underMonths();
            case Rule.NewBusiness fresh -> fresh.underMonths();
            case Rule.Shift shift -> shift.trigger().underMonths();
            case Rule.Dormant dormant -> Integer.valueOf(dormant.months());
            case Rule.MinimumData ignored -> null;
            case Rule.Exposure ignored -> null;
            case Rule.Steadiness ignored -> null;
        };
    }
}
