package org.sise.scoring.random;

import java.util.Random;
import org.sise.scoring.policy.Absence;
import org.sise.scoring.policy.Decision;
import org.sise.scoring.policy.Indicator;
import org.sise.scoring.policy.Measure;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.policy.Rule;

/**
 * Policies under which a further record of a kind never brings a better grade. These are policies
 *
 * <ul>
 *   <li>whose score counts risk, without figures and without a decision by table;
 *   <li>whose indicators of the kind give no negative points, count each record or the largest or one of each group,
 *       neither multiply by a number nor cap groups by age, and give no positive points for absence;
 *   <li>without a minimum of data, without dormancy, and without a shift that such records make better, or whose absence
 *       makes the grade worse.
 * </ul>
 */
public final class Monotone {
    private Monotone() {}

    /** A random one for a kind. */
    public static Policy next(Random random, String kind) {
        Policy policy = RandomPolicies.next(random);
        while (!isMonotone(policy, kind)) {
            policy = RandomPolicies.next(random);
        }
        return policy;
    }

    static boolean isMonotone(Policy policy, String kind) {
        return policy.order() == Policy.Order.HIGHEST_FIRST
                && policy.figures().isEmpty()
                && !(policy.decision() instanceof Decision.ByTable)
                && policy.indicators().stream()
                        .filter(indicator -> indicator.match().kind().equals(kind))
                        .allMatch(Monotone::isMonotone)
                && policy.rules().stream().allMatch(rule -> isMonotone(rule, kind));
    }

    private static boolean isMonotone(Indicator indicator) {
        return indicator.points().milli() >= 0
                && !(indicator.measure() instanceof Measure.Latest)
                && indicator.quantity() == null
                && indicator.groupCap() == null
                && switch (indicator.absent()) {
                    case Absence.Counts counts -> counts.points().milli() <= 0;
                    case Absence.Unknown ignored -> true;
                };
    }

    private static boolean isMonotone(Rule rule, String kind) {
        return switch (rule) {
            case Rule.Veto ignored -> true;
            case Rule.Floor ignored -> true;
            case Rule.NewBusiness ignored -> true;
            case Rule.Exposure ignored -> true;
            case Rule.Steadiness ignored -> true;
            case Rule.MinimumData ignored -> false;
            case Rule.Dormant ignored -> false;
            case Rule.Shift shift -> !shift.trigger().match().kind().equals(kind) || shift.none() == (shift.by() < 0);
        };
    }
}
