package org.sise.scoring.table;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.Condition;
import org.sise.scoring.policy.Indicator;
import org.sise.scoring.policy.Match;
import org.sise.scoring.policy.Measure;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.policy.Rule;

/** The fields that some policies decide by; in them a text that is no number, date or listed token is a fault. */
final class Looks {
    private final Map<String, Set<String>> fieldsByKind = new HashMap<>();

    static Looks of(Collection<Policy> policies) {
        Looks looks = new Looks();
        for (Policy policy : policies) {
            for (Indicator indicator : policy.indicators()) {
                looks.add(indicator);
            }
            for (Rule rule : policy.rules()) {
                looks.add(rule);
            }
        }
        return looks;
    }

    boolean at(String kind, String field) {
        return fieldsByKind.getOrDefault(kind, Set.of()).contains(field);
    }

    private void add(Indicator indicator) {
        String kind = indicator.match().kind();
        add(indicator.match());
        if (indicator.weights() != null) {
            add(kind, indicator.weights().field());
        }
        if (indicator.quantity() != null) {
            add(kind, indicator.quantity().field());
        }
        switch (indicator.measure()) {
            case Measure.Distinct distinct -> distinct.fields().forEach(field -> add(kind, field));
            case Measure.Count ignored -> {}
            case Measure.Latest ignored -> {}
            case Measure.Max ignored -> {}
        }
    }

    private void add(Rule rule) {
        switch (rule) {
            case Rule.Floor floor -> add(floor.trigger().match());
            case Rule.Veto veto -> add(veto.trigger().match());
            case Rule.MinimumData ignored -> {}
            case Rule.NewBusiness ignored -> {}
            case Rule.Shift shift -> add(shift.trigger().match());
            case Rule.Dormant ignored -> {}
            case Rule.Exposure ignored -> {}
            case Rule.Steadiness ignored -> {}
        }
    }

    private void add(Match match) {
        for (Condition condition : match.where()) {
            add(match.kind(), condition.field());
        }
        add(match.kind(), match.through());
        add(match.kind(), match.before());
    }

    private void add(String kind, @Nullable String field) {
        if (field != null) {
            fieldsByKind.computeIfAbsent(kind, any -> new HashSet<>()).add(field);
        }
    }
}
