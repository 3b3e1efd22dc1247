package org.sise.scoring.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.Condition;
import org.sise.scoring.policy.Exemption;
import org.sise.scoring.policy.GroupCap;
import org.sise.scoring.policy.Indicator;
import org.sise.scoring.policy.Match;
import org.sise.scoring.policy.Measure;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.policy.Quantity;
import org.sise.scoring.policy.Rule;
import org.sise.scoring.policy.Weights;

/**
 * What one part of a policy looks at in a record.
 *
 * @param end where its effect ends
 * @param weights by whose weights records differ, the indicator's own first
 * @param exempt which records may be exempt
 * @param group the field by which records are capped together
 * @param number the field whose number it needs
 * @param keys lists of fields by which it groups the records of a party
 * @param canonical whether of equal records it matters which counts, so that they must stand in canonical order
 * @param tie what the records of one day are sorted by: the sign of the points where only the newest counts, else 0
 */
record Watch(
        Set<String> kinds,
        List<Condition> where,
        End end,
        List<Weights> weights,
        @Nullable Exemption exempt,
        @Nullable String group,
        @Nullable String number,
        List<List<String>> keys,
        boolean canonical,
        int tie) {
    /** The names of the two date fields that end a record's effect, each null where there is none. */
    record End(@Nullable String through, @Nullable String before) {
        static final End NEVER = new End(null, null);
    }

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
                        case Rule.Shift shift -> of(shift.trigger());
                        case Rule.Dormant dormant ->
                            new Watch(
                                    dormant.kinds(),
                                    List.of(),
                                    End.NEVER,
                                    List.of(),
                                    null,
                                    null,
                                    null,
                                    List.of(),
                                    false,
                                    0);
                        case Rule.MinimumData ignored -> null;
                        case Rule.NewBusiness ignored -> null;
                        case Rule.Exposure ignored -> null;
                        case Rule.Steadiness ignored -> null;
                    });
        }
        return watches.toArray(new Watch[0]);
    }

    private static Watch of(Indicator indicator) {
        List<Weights> weights = new ArrayList<>();
        if (indicator.weights() != null) {
            weights.add(indicator.weights());
        }
        Quantity quantity = indicator.quantity();
        if (quantity != null && quantity.plus() != null) {
            weights.add(quantity.plus());
        }
        List<List<String>> keys = new ArrayList<>();
        if (indicator.measure() instanceof Measure.Distinct distinct) {
            keys.add(distinct.fields());
        }
        GroupCap cap = indicator.groupCap();
        if (cap != null) {
            keys.add(List.of(cap.field()));
        }
        Match match = indicator.match();
        return new Watch(
                Set.of(match.kind()),
                match.where(),
                new End(match.through(), match.before()),
                List.copyOf(weights),
                indicator.exempt(),
                cap == null ? null : cap.field(),
                quantity == null ? null : quantity.field(),
                List.copyOf(keys),
                cap != null && !(indicator.measure() instanceof Measure.Count),
                indicator.measure() instanceof Measure.Latest
                        ? Long.signum(indicator.points().milli())
                        : 0);
    }

    private static Watch of(Rule.Trigger trigger) {
        Match match = trigger.match();
        return new Watch(
                Set.of(match.kind()),
                match.where(),
                new End(match.through(), match.before()),
                List.of(),
                null,
                null,
                null,
                List.of(),
                false,
                0);
    }
}
