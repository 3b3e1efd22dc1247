package org.sise.scoring.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.Figure;
import org.sise.scoring.policy.FixedPoint;
import org.sise.scoring.policy.Formula;
import org.sise.scoring.policy.Operand;
import org.sise.scoring.policy.Points;

/** Works out one figure. */
final class Compute {
    private static final long MISSING = FixedPoint.MISSING;

    private final Figure figure;
    private final int index;
    private final int[] nodes;
    private final long[] constants;
    private final boolean skips;
    private final long otherwise;
    private final Figures.Tested[] ranked;

    Compute(Figure figure, int index, Figures figures) {
        this.figure = figure;
        this.index = index;
        List<Operand> operands = figure.formula().operands();
        this.nodes = new int[operands.size()];
        this.constants = new long[operands.size()];
        for (int i = 0; i < nodes.length; i++) {
            switch (operands.get(i)) {
                case Operand.Named named -> nodes[i] = figures.node(named.id());
                case Operand.Constant constant -> {
                    nodes[i] = -1;
                    constants[i] = constant.value().milli();
                }
            }
        }
        this.skips = figure.missing() instanceof Figure.Missing.Skip;
        this.otherwise =
                figure.missing() instanceof Figure.Missing.Is is ? is.value().milli() : MISSING;
        this.ranked = figure.formula() instanceof Formula.Percentile percentile
                ? Figures.tested(percentile.ranked(), figures)
                : new Figures.Tested[0];
    }

    /** The places of the numbers that it needs. */
    int[] needs() {
        return Arrays.stream(nodes).filter(node -> node >= 0).toArray();
    }

    long value(long[] values, Peers peers) {
        long value = switch (figure.formula()) {
            case Formula.Sum ignored -> fold(values, Math::addExact);
            case Formula.Largest ignored -> fold(values, Math::max);
            case Formula.Smallest ignored -> fold(values, Math::min);
            case Formula.Product ignored -> fold(values, FixedPoint::product);
            case Formula.Difference ignored -> both(values) ? at(0, values) - at(1, values) : MISSING;
            case Formula.Ratio ignored -> ratio(values);
            case Formula.Count count -> count(count, values);
            case Formula.Steps steps -> steps(steps, at(0, values));
            case Formula.Curve curve -> curve(curve.knots(), at(0, values));
            case Formula.ControlLimits limits ->
                both(values) ? ControlLimits.excess(limits, at(0, values), at(1, values)) : MISSING;
            case Formula.Percentile percentile -> {
                Place place = place(values);
                yield place == null ? MISSING : peers.percentile(place, percentile.least(), MISSING);
            }
        };
        return value == MISSING ? otherwise : FixedPoint.clamp(value, FixedPoint.LIMIT);
    }

    /** Where the party stands among its peers; null: it is not ranked, or the figure is no percentile. */
    @Nullable
    Place place(long[] values) {
        if (!(figure.formula() instanceof Formula.Percentile percentile)) {
            return null;
        }
        for (Figures.Tested test : ranked) {
            if (!test.holds(values)) {
                return null;
            }
        }
        long of = at(0, values);
        int next = 1;
        int band = 0;
        if (percentile.by() != null) {
            long by = at(next++, values);
            while (by != MISSING
                    && band < percentile.from().size()
                    && by >= percentile.from().get(band).milli()) {
                band++;
            }
            if (band == 0) {
                return null;
            }
        }
        List<Long> apart = new ArrayList<>(percentile.apart().size());
        for (int i = 0; i < percentile.apart().size(); i++) {
            long number = at(next++, values);
            if (number == MISSING) {
                return null;
            }
            apart.add(number);
        }
        return of == MISSING ? null : new Place(new Place.Group(index, Math.max(0, band - 1), apart), of);
    }

    private long at(int operand, long[] values) {
        return nodes[operand] < 0 ? constants[operand] : values[nodes[operand]];
    }

    private boolean both(long[] values) {
        return at(0, values) != MISSING && at(1, values) != MISSING;
    }

    private interface Fold {
        long of(long a, long b);
    }

    private long fold(long[] values, Fold fold) {
        long result = MISSING;
        for (int i = 0; i < nodes.length; i++) {
            long value = at(i, values);
            if (value == MISSING) {
                if (!skips) {
                    return MISSING;
                }
            } else {
                result = result == MISSING ? value : FixedPoint.clamp(fold.of(result, value), FixedPoint.LIMIT);
            }
        }
        return result;
    }

    private long ratio(long[] values) {
        if (!both(values) || at(1, values) == 0) {
            return MISSING;
        }
        long per = at(1, values);
        long of = at(0, values);
        return per < 0 ? FixedPoint.quotient(-of, -per) : FixedPoint.quotient(of, per);
    }

    private long count(Formula.Count count, long[] values) {
        long found = 0;
        boolean any = false;
        for (int i = 0; i < nodes.length; i++) {
            long value = at(i, values);
            if (value == MISSING && !skips) {
                return MISSING;
            }
            any |= value != MISSING;
            found += value != MISSING && count.test().holds(value) ? 1000 : 0;
        }
        return any ? found : MISSING;
    }

    private static long steps(Formula.Steps steps, long of) {
        return of == MISSING
                ? MISSING
                : steps.values().get(steps.bands().indexOf(of)).milli();
    }

    private static long curve(List<Formula.Curve.Knot> knots, long of) {
        if (of == MISSING) {
            return MISSING;
        }
        int next = 0;
        while (next < knots.size() && knots.get(next).at().milli() < of) {
            next++;
        }
        if (next == 0) {
            return knots.getFirst().is().milli();
        }
        if (next == knots.size()) {
            return knots.getLast().is().milli();
        }
        Points left = knots.get(next - 1).at();
        Points right = knots.get(next).at();
        long start = knots.get(next - 1).is().milli();
        long rise = knots.get(next).is().milli() - start;
        return start + FixedPoint.scaled(rise, of - left.milli(), right.milli() - left.milli());
    }
}
