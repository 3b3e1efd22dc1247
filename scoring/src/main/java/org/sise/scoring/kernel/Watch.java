package org.sise.scoring.kernel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.Indicator;
import org.sise.scoring.policy.Match;
import org.sise.scoring.policy.Measure;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.policy.Rule;
import org.sise.scoring.policy.Weights;

/**
 * What one part of a policy looks at in a record.
 *
 * @param weights by whose weights records differ
 * @param number the field whose number it needs
 * @param keys the fields by which it groups the records of a party; empty if it does not
 * @param tie what the records of one day are sorted by: the sign of the points where only the newest counts, else 0
 */
record Watch(Match match, List<Weights> weights, @Nullable String number, List<String> keys, int tie) {
    /** The watches of a policy: one for each indicator, then one for each rule (null where it looks at no record). */
    static @Nullable Watch[] of(Policy policy) {
        List<@Nullable Watch> watches = new ArrayList<>();
        for (Indicator indicator : policy.indicators()) {
            watches.add(of(indicator));
        }
        for (Rule rule : policy.rules()) {
            watches.add(
                    switch (rule) {
                        case Rule.Floor floor -> of(floor.trigger());
                        case Rule.Veto veto -> of(veto.trigger());
                        case Rule.MinimumData ignored -> null;
                        case Rule.NewBusiness ignored -> null;
                    });
        }
        return watches.toArray(new Watch[0]);
    }

    private static Watch of(Indicator indicator) {
        Weights weights = indicator.weights();
        int sign = Long.signum(indicator.points().milli());
        return new Watch(
                indicator.match(),
                weights == null ? List.of() : List.of(weights),
                indicator.measure() instanceof Measure.Sum sum ? sum.field() : null,
                indicator.measure() instanceof Measure.Distinct distinct ? List.of(distinct.field()) : List.of(),
                indicator.measure() instanceof Measure.Latest ? sign : 0);
    }

    private static Watch of(Rule.Trigger trigger) {
        return new Watch(trigger.match(), List.of(), null, List.of(), 0);
    }
}
