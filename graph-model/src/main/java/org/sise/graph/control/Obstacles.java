package org.sise.graph.control;

import java.util.ArrayList;
import java.util.List;
import org.sise.graph.relation.RelationGraph;
import org.sise.graph.relation.Share;

/** Why a business has no controller, from who holds how much of it. */
final class Obstacles {

    private final RelationGraph graph;
    private final Integrated integrated;
    private final double threshold;
    private final double equal;

    Obstacles(RelationGraph graph, Integrated integrated, double threshold, double equal) {
        this.graph = graph;
        this.integrated = integrated;
        this.threshold = threshold;
        this.equal = equal;
    }

    /** What is missing, most weighty first; never nothing. */
    List<Missing> of(int business, List<Stake> stakes) {
        if (stakes.isEmpty()) {
            return List.of(new Missing.NoHolder(business));
        }
        List<Stake> able = stakes.stream().filter(Obstacles::mayControl).toList();
        List<Stake> above =
                able.stream().filter(stake -> stake.share() > threshold + equal).toList();
        if (above.size() > 1) {
            return List.of(new Missing.Several(above));
        }
        List<Missing> missing =
                unable(stakes, able.isEmpty() ? 0 : able.getFirst().share());
        if (!missing.isEmpty()) {
            return missing;
        }
        if (able.isEmpty()) {
            return List.of(new Missing.WidelyHeld(stakes.getFirst()));
        }
        Stake largest = able.getFirst();
        List<Stake> level = able.stream()
                .filter(stake -> Math.abs(stake.share() - largest.share()) <= equal)
                .toList();
        return List.of(
                level.size() > 1 && level.size() == able.size()
                        ? new Missing.Deadlock(level)
                        : new Missing.WidelyHeld(largest));
    }

    /** The parts of those who cannot be named, if one of them, or all of them with the largest holder, might control. */
    private List<Missing> unable(List<Stake> stakes, double largest) {
        List<Missing> missing = new ArrayList<>();
        double sum = largest;
        for (Stake stake : stakes) {
            switch (stake.role()) {
                case HOLDER, CONCERT -> {}
                case NOMINEE, MASS -> {
                    sum += stake.share();
                    missing.add(new Missing.HeldForOthers(stake));
                }
                case ANONYMOUS -> {
                    sum += stake.share();
                    missing.add(new Missing.HolderWithoutIdentity(stake.unit(), stake.share()));
                }
                case UNKNOWN -> {
                    sum += stake.share();
                    missing.addAll(unknown(stake));
                }
            }
        }
        return sum > threshold + equal ? List.copyOf(missing) : List.of();
    }

    private List<Missing> unknown(Stake stake) {
        int business = stake.unit();
        if (integrated.isUnsolved(business)) {
            return List.of(new Missing.Circle(business));
        }
        List<Missing> missing = new ArrayList<>();
        for (int relation = graph.inFirst(business); relation < graph.inEnd(business); relation++) {
            if (graph.share(relation) == Share.UNKNOWN) {
                missing.add(new Missing.ShareNotGiven(graph.from(relation), business));
            }
        }
        missing.add(new Missing.HoldersUnknown(business, graph.held(business), stake.share()));
        return missing;
    }

    private static boolean mayControl(Stake stake) {
        return stake.role() == Stake.Role.HOLDER || stake.role() == Stake.Role.CONCERT;
    }
}
