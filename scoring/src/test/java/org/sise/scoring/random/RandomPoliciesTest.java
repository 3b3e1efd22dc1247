package org.sise.scoring.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.sise.scoring.policy.Absence;
import org.sise.scoring.policy.Condition;
import org.sise.scoring.policy.Figure;
import org.sise.scoring.policy.Indicator;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.policy.Rule;

class RandomPoliciesTest {
    @Test
    void randomPoliciesHaveEveryConstructOfTheLanguage() {
        Set<String> seen = new TreeSet<>();
        for (int seed = 0; seed < 200; seed++) {
            note(RandomPolicies.next(new Random(seed)), seen);
        }
        assertThat(seen)
                .contains("Count", "Latest", "Max", "Distinct", "quantity", "plus", "weights", "exempt", "group cap")
                .contains("record cap", "cap", "half-life", "Counts", "Unknown", "no dimension", "through", "before")
                .contains("OneOf", "NoneOf", "AtLeast", "AtMost", "Known")
                .contains("ByScore", "ByMatrix", "ByTable", "HIGHEST_FIRST", "LOWEST_FIRST", "scope")
                .contains("Formula.Sum", "Formula.Largest", "Formula.Smallest", "Formula.Product", "Formula.Difference")
                .contains("Formula.Ratio", "Formula.Count", "Formula.Steps", "Formula.Curve", "Formula.Percentile")
                .contains("Formula.ControlLimits", "Skip", "Is", "figure in a dimension")
                .contains("Rule.Floor", "Rule.Veto", "Rule.MinimumData", "Rule.NewBusiness", "Rule.Shift")
                .contains("Rule.Dormant", "Rule.Exposure", "Rule.Steadiness", "none");
    }

    @Test
    void theSameSeedGivesTheSamePolicy() {
        assertThat(RandomPolicies.next(new Random(7))).isEqualTo(RandomPolicies.next(new Random(7)));
        assertThat(RandomPolicies.next(new Random(7))).isNotEqualTo(RandomPolicies.next(new Random(8)));
    }

    private static void note(Policy policy, Set<String> seen) {
        seen.add(policy.decision().getClass().getSimpleName());
        seen.add(policy.order().name());
        note(!policy.scope().regions().isEmpty(), "scope", seen);
        for (Indicator indicator : policy.indicators()) {
            seen.add(indicator.measure().getClass().getSimpleName());
            seen.add(indicator.absent() instanceof Absence.Counts ? "Counts" : "Unknown");
            note(indicator.quantity() != null, "quantity", seen);
            note(indicator.quantity() != null && indicator.quantity().plus() != null, "plus", seen);
            note(indicator.weights() != null, "weights", seen);
            note(indicator.exempt() != null, "exempt", seen);
            note(indicator.groupCap() != null, "group cap", seen);
            note(indicator.recordCap() != null, "record cap", seen);
            note(indicator.cap() != null, "cap", seen);
            note(indicator.age().bands().size() > 7, "half-life", seen);
            note(indicator.dimension() == null, "no dimension", seen);
            note(indicator.match().through() != null, "through", seen);
            note(indicator.match().before() != null, "before", seen);
            for (Condition condition : indicator.match().where()) {
                seen.add(condition.getClass().getSimpleName());
            }
        }
        for (Figure figure : policy.figures()) {
            seen.add("Formula." + figure.formula().getClass().getSimpleName());
            seen.add(figure.missing().getClass().getSimpleName());
            note(figure.dimension() != null, "figure in a dimension", seen);
        }
        for (Rule rule : policy.rules()) {
            seen.add("Rule." + rule.getClass().getSimpleName());
            note(rule instanceof Rule.Shift shift && shift.none(), "none", seen);
        }
    }

    private static void note(boolean has, String construct, Set<String> seen) {
        if (has) {
            seen.add(construct);
        }
    }
}
