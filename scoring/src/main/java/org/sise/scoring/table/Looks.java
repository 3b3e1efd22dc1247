package org.sise.scoring.table;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.Condition;
import org.sise.scoring.policy.Indicator;
import org.sise.scoring.policy.Match;
import org.sise.scoring.policy.Measure;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.policy.Quantity;
import org.sise.scoring.policy.Rule;
import org.sise.scoring.policy.Weights;

/** The fields that some policies decide by; in them a text that is no number, date or listed token is a fault. */
final class Looks {
    private final Map<String, Set<String>> fieldsByKind = new HashMap<>();
    private final Set<String> previousGrades = new TreeSet<>();

    static Looks of(Collection<Policy> policies) {
        Looks looks = new Looks();
        for (Policy policy : policies) {
            for (Indicator indicator : policy.indicators()) {
                looks.add(indicator);
            }
            for (Rule rule : policy.rules()) {
                looks.add(rule, policy);
            }
        }
        return looks;
    }

    boolean at(String kind, String field) {
        return fieldsByKind.getOrDefault(kind, Set.of()).contains(field);
    }

    /** Whether the field of any kind is looked at. */
    boolean anywhereAt(String field) {
        return fieldsByKind.values().stream().anyMatch(fields -> fields.contains(field));
    }

    /** The grades of the policies that look at a party's grade so far; none if none does. */
    Set<String> previousGrades() {
        return previousGrades;
    }

    private void add(Indicator indicator) {
        String kind = indicator.match().kind();
        add(indicator.match());
        add(kind, indicator.weights());
        if (indicator.measure() instanceof Measure.Distinct(List<String> fields)) {
            fields.forEach(field -> add(kind, field));
        }
        Quantity quantity = indicator.quantity();
        if (quantity != null) {
            add(kind, quantity.field());
            add(kind, quantity.plus());
        }
        if (indicator.exempt() != null) {
            add(kind, indicator.exempt().where());
        }
        if (indicator.groupCap() != null) {
            add(kind, indicator.groupCap().field());
        }
    }

    private void add(Rule rule, Policy policy) {
        switch (rule) {
            case Rule.Floor floor -> add(floor.trigger().match());
            case Rule.Veto veto -> add(veto.trigger().match());
            case Rule.Shift shift -> add(shift.trigger().match());
            case Rule.Steadiness ignored -> policy.grades().forEach(grade -> previousGrades.add(grade.id()));
            case Rule.MinimumData ignored -> {}
            case Rule.NewBusiness ignored -> {}
            case Rule.Dormant ignored -> {}
            case Rule.Exposure ignored -> {}
        }
    }

    private void add(Match match) {
        add(match.kind(), match.where());
        add(match.kind(), match.through());
        add(match.kind(), match.before());
    }

    private void add(String kind, List<Condition> where) {
        where.forEach(condition -> add(kind, condition.field()));
    }

    private void add(String kind, @Nullable Weights weights) {
        if (weights != null) {
            add(kind, weights.field());
        }
    }

    private void add(String kind, @Nullable String field) {
        if (field != null) {
            fieldsByKind.computeIfAbsent(kind, any -> new HashSet<>()).add(field);
        }
    }
}
