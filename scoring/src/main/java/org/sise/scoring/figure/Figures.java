package org.sise.scoring.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sise.scoring.policy.Dimension;
import org.sise.scoring.policy.Figure;
import org.sise.scoring.policy.FixedPoint;
import org.sise.scoring.policy.Formula;
import org.sise.scoring.policy.Indicator;
import org.sise.scoring.policy.NumberTest;
import org.sise.scoring.policy.Points;
import org.sise.scoring.policy.Policy;

/**
 * The numbers of one policy, worked out in the order in which they need each other. They stand in one array of thousandths:
 * the indicators in the order of the policy, then the figures, then the dimensions; what is not known is
 * {@link FixedPoint#MISSING}. May be shared between threads.
 */
public final class Figures {
    private final Policy policy;
    private final int firstFigure;
    private final int firstDimension;
    private final int size;
    private final Map<String, Integer> nodes = new HashMap<>();
    private final Compute[] figures;
    private final int[][] addends;
    private final int[] order;
    private final Base base;

    private Figures(Policy policy) {
        this.policy = policy;
        this.firstFigure = policy.indicators().size();
        this.firstDimension = firstFigure + policy.figures().size();
        this.size = firstDimension + policy.dimensions().size();
        for (int i = 0; i < firstFigure; i++) {
            nodes.put(policy.indicators().get(i).id(), i);
        }
        for (int f = firstFigure; f < firstDimension; f++) {
            nodes.put(policy.figures().get(f - firstFigure).id(), f);
        }
        for (int d = firstDimension; d < size; d++) {
            nodes.put(policy.dimensions().get(d - firstDimension).id(), d);
        }
        this.figures = new Compute[policy.figures().size()];
        for (int f = 0; f < figures.length; f++) {
            figures[f] = new Compute(policy.figures().get(f), f, this);
        }
        this.addends = new int[policy.dimensions().size()][];
        for (int d = 0; d < addends.length; d++) {
            addends[d] = addends(policy.dimensions().get(d));
        }
        this.order = order();
        this.base = Base.of(policy, this);
    }

    /** @throws IllegalArgumentException if figures need each other in a circle */
    public static Figures of(Policy policy) {
        return new Figures(policy);
    }

    /** How many numbers there are. */
    public int size() {
        return size;
    }

    /** The place of an indicator, a figure or a dimension by its id. */
    public int node(String id) {
        Integer node = nodes.get(id);
        if (node == null) {
            throw new IllegalArgumentException("policy %s has no number “%s”".formatted(policy.id(), id));
        }
        return node;
    }

    /** The place of a figure by its index in the policy. */
    public int figure(int index) {
        return firstFigure + index;
    }

    /** The place of a dimension by its index in the policy. */
    public int dimension(int index) {
        return firstDimension + index;
    }

    /** Fills in figures and dimensions from the indicators' totals. */
    public void evaluate(long[] values, Peers peers) {
        for (int node : order) {
            values[node] = node < firstDimension
                    ? figures[node - firstFigure].value(values, peers)
                    : clamped(node - firstDimension, sum(node - firstDimension, values));
        }
    }

    /** A dimension's sum before its least and most. */
    public long sum(int dimension, long[] values) {
        long sum = policy.dimensions().get(dimension).start().milli();
        for (int node : addends[dimension]) {
            if (values[node] != FixedPoint.MISSING) {
                sum += values[node];
            }
        }
        return sum;
    }

    /** The weighted sum of the dimensions. */
    public long score(long[] values) {
        return score(values, 0);
    }

    /** The rank of the grade by the decision alone. */
    public int base(long[] values) {
        return base.rank(values, 0);
    }

    /** The same with every dimension's score worse by a margin; never with a decision by table. */
    public int base(long[] values, long margin) {
        return base.rank(values, margin);
    }

    /** Whether the policy compares parties with each other. */
    public boolean needsPeers() {
        for (Figure figure : policy.figures()) {
            if (figure.formula() instanceof Formula.Percentile) {
                return true;
            }
        }
        return false;
    }

    /** Notes where a party stands in each group that it is ranked in; the values are evaluated. */
    void rank(long[] values, Peers.Builder to) {
        for (Compute figure : figures) {
            Place place = figure.place(values);
            if (place != null) {
                to.add(place);
            }
        }
    }

    long score(long[] values, long margin) {
        long total = 0;
        for (int d = 0; d < addends.length; d++) {
            total += FixedPoint.product(
                    worse(d, values, margin),
                    policy.dimensions().get(d).weight().milli());
        }
        return total;
    }

    /** A dimension's score, worse by the margin but within its bounds. */
    long worse(int dimension, long[] values, long margin) {
        long score = values[firstDimension + dimension];
        if (margin == 0) {
            return score;
        }
        return clamped(dimension, policy.order() == Policy.Order.HIGHEST_FIRST ? score + margin : score - margin);
    }

    static Tested[] tested(Map<String, NumberTest> tests, Figures figures) {
        Tested[] compiled = new Tested[tests.size()];
        int at = 0;
        for (Map.Entry<String, NumberTest> test : tests.entrySet()) {
            compiled[at++] = new Tested(figures.node(test.getKey()), test.getValue());
        }
        return compiled;
    }

    /** A test of one of the numbers. */
    record Tested(int node, NumberTest test) {
        boolean holds(long[] values) {
            return test.holds(values[node]);
        }
    }

    private long clamped(int dimension, long sum) {
        Dimension of = policy.dimensions().get(dimension);
        Points most = of.most();
        return Math.clamp(sum, of.least().milli(), most == null ? FixedPoint.LIMIT : most.milli());
    }

    private int[] addends(Dimension dimension) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < firstFigure; i++) {
            Indicator indicator = policy.indicators().get(i);
            if (dimension.id().equals(indicator.dimension())) {
                found.add(i);
            }
        }
        for (int f = 0; f < policy.figures().size(); f++) {
            if (dimension.id().equals(policy.figures().get(f).dimension())) {
                found.add(firstFigure + f);
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    private int[] order() {
        List<Integer> sorted = new ArrayList<>();
        int[] state = new int[size];
        for (int node = firstFigure; node < size; node++) {
            visit(node, state, sorted);
        }
        return sorted.stream().mapToInt(Integer::intValue).toArray();
    }

    private void visit(int node, int[] state, List<Integer> sorted) {
        if (node < firstFigure || state[node] == 2) {
            return;
        }
        if (state[node] == 1) {
            throw new IllegalArgumentException("policy %s computes in a circle".formatted(policy.id()));
        }
        state[node] = 1;
        int[] needs = node < firstDimension ? figures[node - firstFigure].needs() : addends[node - firstDimension];
        for (int need : needs) {
            visit(need, state, sorted);
        }
        state[node] = 2;
        sorted.add(node);
    }
}
