package org.sise.scoring.read;

import java.util.List;
import java.util.Map;
import org.sise.scoring.policy.Absence;
import org.sise.scoring.policy.Bands;
import org.sise.scoring.policy.Decision;
import org.sise.scoring.policy.Dimension;
import org.sise.scoring.policy.Figure;
import org.sise.scoring.policy.FixedPoint;
import org.sise.scoring.policy.Formula;
import org.sise.scoring.policy.Indicator;
import org.sise.scoring.policy.Measure;
import org.sise.scoring.policy.Points;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.policy.Weights;
import org.snakeyaml.engine.v2.nodes.Node;

/** Which scores a policy can give at all, and the bands that lie beyond them. */
final class Reach {
    /** The least and the most of something, in thousandths. */
    private record Range(long least, long most) {}

    private Reach() {}

    static void report(Policy policy, Map<String, List<Node>> levelNodes, List<Node> gradeNodes, Faults faults) {
        long least = 0;
        long most = 0;
        for (Dimension dimension : policy.dimensions()) {
            Range range = of(policy, dimension);
            if (dimension.levels() != null) {
                report(dimension.levels(), range, levelNodes.getOrDefault(dimension.id(), List.of()), faults);
            }
            least += FixedPoint.product(range.least, dimension.weight().milli());
            most += FixedPoint.product(range.most, dimension.weight().milli());
        }
        if (policy.decision() instanceof Decision.ByScore byScore) {
            report(byScore.bands(), new Range(least, most), gradeNodes, faults);
        }
    }

    private static void report(Bands bands, Range range, List<Node> nodes, Faults faults) {
        for (int i = 0; i < bands.bands().size(); i++) {
            Bands.Band band = bands.bands().get(i);
            Points from = band.from();
            Points to = band.to();
            boolean beyond =
                    (i > 0 && from != null && from.milli() > range.most) || (to != null && to.milli() <= range.least);
            if (beyond && i < nodes.size()) {
                faults.add(
                        FaultCode.UNREACHABLE_LEVEL,
                        nodes.get(i),
                        band.name(),
                        new Points(range.least),
                        new Points(range.most));
            }
        }
    }

    private static Range of(Policy policy, Dimension dimension) {
        long least = dimension.start().milli();
        long most = least;
        for (Indicator indicator : policy.indicators()) {
            if (dimension.id().equals(indicator.dimension())) {
                Range range = of(indicator);
                least += range.least;
                most += range.most;
            }
        }
        for (Figure figure : policy.figures()) {
            if (dimension.id().equals(figure.dimension())) {
                Range range = of(figure);
                least += range.least;
                most += range.most;
            }
        }
        long bottom = dimension.least().milli();
        Points top = dimension.most();
        long ceiling = top == null ? FixedPoint.LIMIT : top.milli();
        return new Range(Math.clamp(least, bottom, ceiling), Math.clamp(most, bottom, ceiling));
    }

    /** Bands say what they can be; any other figure may be anything. */
    private static Range of(Figure figure) {
        long least = 0;
        long most = 0;
        if (figure.formula() instanceof Formula.Steps steps) {
            for (Points value : steps.values()) {
                least = Math.min(least, value.milli());
                most = Math.max(most, value.milli());
            }
            if (figure.missing() instanceof Figure.Missing.Is is) {
                least = Math.min(least, is.value().milli());
                most = Math.max(most, is.value().milli());
            }
            return new Range(least, most);
        }
        return new Range(-FixedPoint.LIMIT, FixedPoint.LIMIT);
    }

    private static Range of(Indicator indicator) {
        Range record = ofRecord(indicator);
        boolean one = indicator.measure() instanceof Measure.Latest || indicator.measure() instanceof Measure.Max;
        Points cap = indicator.cap();
        long bound = cap == null ? FixedPoint.LIMIT : cap.milli();
        long most = record.most > 0 && !one ? bound : FixedPoint.clamp(record.most, bound);
        long least = record.least < 0 && !one ? -bound : FixedPoint.clamp(record.least, bound);
        long absent = switch (indicator.absent()) {
            case Absence.Counts counts -> counts.points().milli();
            case Absence.Unknown ignored -> 0;
        };
        return new Range(Math.min(least, absent), Math.max(most, absent));
    }

    private static Range ofRecord(Indicator indicator) {
        Points cap = indicator.recordCap();
        long bound = cap == null ? FixedPoint.LIMIT : cap.milli();
        if (indicator.quantity() != null) {
            return new Range(-bound, bound);
        }
        Weights weights = indicator.weights();
        long weight = weights == null ? 1000 : weights.largest().milli();
        long given = FixedPoint.product(
                indicator.points().milli(), weight, indicator.age().largest().milli());
        long most = FixedPoint.clamp(given, bound);
        return new Range(Math.min(most, 0), Math.max(most, 0));
    }
}
