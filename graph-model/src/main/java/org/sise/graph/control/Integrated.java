package org.sise.graph.control;

import java.util.Arrays;
import org.sise.graph.relation.RelationGraph;
import org.sise.graph.relation.Share;

/**
 * The integrated share of every ultimate holder in every party: the sum over all chains of the products of shares, which is
 * the solution x of x = Wx + b (Brioschi, Buzzacchi and Colombo, Risk capital financing and the separation of ownership and
 * control in business groups, Journal of Banking and Finance 13, 1989). Parties are taken component by component, holders
 * first, so that only circles need a system: a small one is eliminated, a large one iterated until what is missing of its
 * sums is below {@link #MISSING}.
 *
 * <p>What nobody is known to hold of a business k is held by the stand-in {@code size + k}, its gap, so that the shares in
 * a business always sum to one, or to more where the table says more.
 */
final class Integrated {

    /** The most that an iterated system may lack of its sums. */
    static final double MISSING = 1e-12;

    private static final int SWEEPS = 20_000;

    private final RelationGraph graph;
    private final Holders holders;
    private final int size;
    private final int dense;
    private final Stakes stakes;
    private final Mixture mixture;
    private final int[] componentOf;
    private final boolean[] unsolved;

    private Integrated(RelationGraph graph, Holders holders, int dense) {
        this.graph = graph;
        this.holders = holders;
        this.size = graph.size();
        this.dense = dense;
        this.stakes = new Stakes(size);
        this.mixture = new Mixture(2 * size);
        this.componentOf = new int[size];
        this.unsolved = new boolean[size];
    }

    /**
     * Solves.
     *
     * @param dense the most parties of a circle that is eliminated
     */
    static Integrated of(RelationGraph graph, Holders holders, int dense) {
        Integrated integrated = new Integrated(graph, holders, dense);
        Components components = Components.of(graph, holders);
        for (int c = 0; c < components.count(); c++) {
            integrated.component(c, components);
        }
        return integrated;
    }

    /** The shares in each party. */
    Stakes stakes() {
        return stakes;
    }

    /** Whether the party lies in a circle whose shares contradict each other, or hold each other wholly. */
    boolean isUnsolved(int party) {
        return unsolved[party];
    }

    private void component(int c, Components components) {
        int first = components.starts[c];
        int end = components.starts[c + 1];
        if (end - first == 1) {
            single(components.members[first]);
            return;
        }
        int[] members = Arrays.copyOfRange(components.members, first, end);
        Arrays.sort(members);
        for (int member : members) {
            componentOf[member] = c + 1;
        }
        boolean solved = members.length <= dense ? eliminated(members, c + 1) : iterated(members, c + 1);
        if (!solved) {
            for (int member : members) {
                alone(member);
            }
        }
    }

    private void single(int party) {
        if (holders.isEnd(party)) {
            mixture.add(holders.unit(party), 1);
            mixture.store(stakes, party, 1);
            return;
        }
        outside(party, 0);
        double rest = 1 - Share.fraction(graph.heldByItself(party));
        if (rest <= 0) {
            mixture.clear();
            alone(party);
            return;
        }
        mixture.store(stakes, party, 1 / rest);
    }

    private void alone(int party) {
        unsolved[party] = true;
        mixture.add(size + party, 1);
        mixture.store(stakes, party, 1);
    }

    /** Adds up what is held of a party from outside its component, and its gap. */
    private void outside(int party, int component) {
        for (int relation = graph.inFirst(party); relation < graph.inEnd(party); relation++) {
            int holder = graph.from(relation);
            if (holder != party && (component == 0 || componentOf[holder] != component)) {
                add(holder, Share.fraction(graph.share(relation)));
            }
        }
        long gap = Share.WHOLE - graph.held(party);
        if (gap > 0) {
            mixture.add(size + party, Share.fraction(gap));
        }
    }

    /** Adds what a holder passes down: at the end of a chain itself, without a look at its row. */
    private void add(int holder, double weight) {
        if (!holders.isEnd(holder)) {
            mixture.add(stakes, holder, weight);
        } else if (weight > 0) {
            mixture.add(holders.unit(holder), weight);
        }
    }

    private boolean eliminated(int[] members, int component) {
        CircleSystem system = new CircleSystem(members.length);
        for (int row = 0; row < members.length; row++) {
            inside(members, row, component, system);
        }
        if (!system.factor()) {
            return false;
        }
        for (int row = 0; row < members.length; row++) {
            outside(members[row], component);
            system.right(row, mixture);
        }
        if (!system.solve()) {
            return false;
        }
        for (int row = 0; row < members.length; row++) {
            system.left(row, mixture);
            mixture.store(stakes, members[row], 1);
        }
        return true;
    }

    private void inside(int[] members, int row, int component, CircleSystem system) {
        int party = members[row];
        for (int relation = graph.inFirst(party); relation < graph.inEnd(party); relation++) {
            int holder = graph.from(relation);
            if (componentOf[holder] == component) {
                system.holds(row, Arrays.binarySearch(members, holder), Share.fraction(graph.share(relation)));
            }
        }
    }

    private boolean iterated(int[] sorted, int component) {
        Stakes fixed = new Stakes(sorted.length);
        double[] given = new double[sorted.length];
        for (int row = 0; row < sorted.length; row++) {
            outside(sorted[row], component);
            given[row] = mixture.total();
            mixture.store(fixed, row, 1);
        }
        double[] whole = totals(sorted, component, given);
        if (whole.length == 0) {
            return false;
        }
        Stakes now = fixed;
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            Stakes next = new Stakes(sorted.length);
            double missing = 0;
            for (int row = 0; row < sorted.length; row++) {
                mixture.add(fixed, row, 1);
                int party = sorted[row];
                for (int relation = graph.inFirst(party); relation < graph.inEnd(party); relation++) {
                    int holder = graph.from(relation);
                    if (componentOf[holder] == component) {
                        int at = Arrays.binarySearch(sorted, holder);
                        mixture.add(at < row ? next : now, at, Share.fraction(graph.share(relation)));
                    }
                }
                missing = Math.max(missing, whole[row] - mixture.total());
                mixture.store(next, row, 1);
            }
            now = next;
            if (missing <= MISSING) {
                for (int row = 0; row < sorted.length; row++) {
                    mixture.add(now, row, 1);
                    mixture.store(stakes, sorted[row], 1);
                }
                return true;
            }
        }
        return false;
    }

    /** What the shares in each member sum to, or nothing when they have no bound. */
    private double[] totals(int[] sorted, int component, double[] given) {
        double[] totals = given.clone();
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            double change = 0;
            for (int row = 0; row < sorted.length; row++) {
                double total = given[row];
                int party = sorted[row];
                for (int relation = graph.inFirst(party); relation < graph.inEnd(party); relation++) {
                    int holder = graph.from(relation);
                    if (componentOf[holder] == component) {
                        total += Share.fraction(graph.share(relation)) * totals[Arrays.binarySearch(sorted, holder)];
                    }
                }
                change = Math.max(change, Math.abs(total - totals[row]));
                totals[row] = total;
            }
            if (change < MISSING / 10) {
                return totals;
            }
            if (change > 1e9) {
                return new double[0];
            }
        }
        return new double[0];
    }
}
