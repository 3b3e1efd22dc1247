package org.sise.scoring.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sise.scoring.policy.Figure;
import org.sise.scoring.policy.Formula;
import org.sise.scoring.policy.Operand;

/** Finds figures that need themselves, and percentiles that need a percentile. */
final class Circles {
    private final Map<String, List<String>> needs = new HashMap<>();
    private final Set<String> done = new HashSet<>();
    private final Names names;
    private final Faults faults;

    private Circles(List<Figure> figures, Names names, Faults faults) {
        this.names = names;
        this.faults = faults;
        for (Figure figure : figures) {
            List<String> needed = new ArrayList<>();
            for (Operand operand : figure.formula().operands()) {
                if (operand instanceof Operand.Named named) {
                    needed.add(named.id());
                }
            }
            needs.put(figure.id(), needed);
            if (figure.dimension() != null) {
                needs.computeIfAbsent(figure.dimension(), fresh -> new ArrayList<>())
                        .add(figure.id());
            }
        }
    }

    static void report(List<Figure> figures, Names names, Faults faults) {
        Circles circles = new Circles(figures, names, faults);
        for (Figure figure : figures) {
            circles.walk(figure.id(), new ArrayList<>());
        }
        if (!faults.isEmpty()) {
            return;
        }
        Set<String> percentiles = new HashSet<>();
        for (Figure figure : figures) {
            if (figure.formula() instanceof Formula.Percentile) {
                percentiles.add(figure.id());
            }
        }
        for (String percentile : percentiles) {
            for (String need : circles.needs.getOrDefault(percentile, List.of())) {
                if (circles.reaches(need, percentiles, new HashSet<>())) {
                    faults.add(FaultCode.PEERS_OF_PEERS, names.node(percentile), percentile);
                }
            }
        }
    }

    private void walk(String id, List<String> path) {
        int at = path.indexOf(id);
        if (at >= 0) {
            List<String> circle = new ArrayList<>(path.subList(at, path.size()));
            circle.add(id);
            String figure = names.all().contains(id) ? id : circle.get(1);
            faults.add(FaultCode.CIRCLE, names.node(figure), String.join(" → ", circle));
            return;
        }
        if (done.contains(id)) {
            return;
        }
        path.add(id);
        for (String need : needs.getOrDefault(id, List.of())) {
            walk(need, path);
        }
        path.removeLast();
        done.add(id);
    }

    private boolean reaches(String id, Set<String> targets, Set<String> seen) {
        if (targets.contains(id)) {
            return true;
        }
        if (!seen.add(id)) {
            return false;
        }
        for (String need : needs.getOrDefault(id, List.of())) {
            if (reaches(need, targets, seen)) {
                return true;
            }
        }
        return false;
    }
}
