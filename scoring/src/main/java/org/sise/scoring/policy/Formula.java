package org.sise.scoring.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** How a figure is computed; everything in thousandths, each result rounded half up. */
public sealed interface Formula {
    /** All operands, in the order in which the formula names them. */
    List<Operand> operands();

    /** Whether it can leave out operands that are not known. */
    default boolean canSkip() {
        return false;
    }

    /** The sum. */
    record Sum(List<Operand> operands) implements Formula {
        public Sum {
            operands = List.copyOf(operands);
        }

        @Override
        public boolean canSkip() {
            return true;
        }
    }

    /** The largest. */
    record Largest(List<Operand> operands) implements Formula {
        public Largest {
            operands = List.copyOf(operands);
        }

        @Override
        public boolean canSkip() {
            return true;
        }
    }

    /** The smallest. */
    record Smallest(List<Operand> operands) implements Formula {
        public Smallest {
            operands = List.copyOf(operands);
        }

        @Override
        public boolean canSkip() {
            return true;
        }
    }

    /** The product, rounded after each factor. */
    record Product(List<Operand> operands) implements Formula {
        public Product {
            operands = List.copyOf(operands);
        }
    }

    /** The first less the second. */
    record Difference(Operand from, Operand less) implements Formula {
        @Override
        public List<Operand> operands() {
            return List.of(from, less);
        }
    }

    /** The first by the second; missing where the second is 0. */
    record Ratio(Operand of, Operand per) implements Formula {
        @Override
        public List<Operand> operands() {
            return List.of(of, per);
        }
    }

    /** How many of the operands pass the test. */
    record Count(List<Operand> operands, NumberTest test) implements Formula {
        public Count {
            operands = List.copyOf(operands);
        }

        @Override
        public boolean canSkip() {
            return true;
        }
    }

    /**
     * A number by the band that holds the operand.
     *
     * @param bands where each begins and ends
     * @param values the number of each band, in the order of the bands
     */
    record Steps(Operand of, Bands bands, List<Points> values) implements Formula {
        public Steps {
            values = List.copyOf(values);
            if (values.size() != bands.bands().size()) {
                throw new IllegalArgumentException("each band needs a number");
            }
        }

        @Override
        public List<Operand> operands() {
            return List.of(of);
        }
    }

    /**
     * A piecewise linear curve, flat before its first and after its last knot. Of two knots at one place the first
     * holds at the place itself, the second beyond it.
     */
    record Curve(Operand of, List<Knot> knots) implements Formula {
        /** A point of a curve. */
        public record Knot(Points at, Points is) {}

        public Curve {
            knots = List.copyOf(knots);
            for (int i = 1; i < knots.size(); i++) {
                if (knots.get(i - 1).at().compareTo(knots.get(i).at()) > 0) {
                    throw new IllegalArgumentException(
                            "knots ascend: " + knots.get(i).at());
                }
            }
            if (knots.isEmpty()) {
                throw new IllegalArgumentException("no knot");
            }
        }

        @Override
        public List<Operand> operands() {
            return List.of(of);
        }
    }

    /**
     * The share of a party's peers, in percent, whose number is smaller: 100 × smaller / (peers − 1), from 0 to 100. It
     * needs the population.
     *
     * @param of what is compared
     * @param by the number whose band makes the group; null: one group
     * @param from where each band of {@code by} begins, ascending; a party below the first is not ranked
     * @param apart numbers that must be equal for two parties to be peers; a party that lacks one is not ranked
     * @param ranked further tests that a party must pass to be ranked, by the id of what is tested
     * @param least the least number of peers, the party included, 2 or more; in a smaller group nobody is ranked
     */
    record Percentile(
            Operand of,
            @Nullable Operand by,
            List<Points> from,
            List<Operand> apart,
            SequencedMap<String, NumberTest> ranked,
            int least)
            implements Formula {
        public Percentile {
            from = List.copyOf(from);
            apart = List.copyOf(apart);
            ranked = new LinkedHashMap<>(ranked);
            if (least < 2 || (by == null) != from.isEmpty()) {
                throw new IllegalArgumentException("a percentile needs two peers, and bands where it has groups");
            }
        }

        @Override
        public List<Operand> operands() {
            List<Operand> all = new ArrayList<>();
            all.add(of);
            if (by != null) {
                all.add(by);
            }
            all.addAll(apart);
            for (Map.Entry<String, NumberTest> test : ranked.entrySet()) {
                all.add(new Operand.Named(test.getKey()));
            }
            return all;
        }
    }

    /**
     * The excess factor of a share against a yardstick, by the normal approximation of the binomial distribution with
     * continuity correction, as the Paris MoU ranks flags: between the lower limit (0) and the upper limit (1) in
     * proportion; beyond a limit, how many steps the yardstick must move until the limit meets the count.
     *
     * @param bad how many cases were bad
     * @param of how many cases there were
     * @param yardstick the share that is average, such as 0.07
     * @param step the step of the yardstick, such as 0.03
     * @param z the quantile of the normal distribution, such as 1.645
     * @param least with fewer cases it is missing
     */
    record ControlLimits(Operand bad, Operand of, Points yardstick, Points step, Points z, int least)
            implements Formula {
        public ControlLimits {
            if (yardstick.milli() <= 0 || yardstick.milli() >= 1000 || step.milli() <= 0 || z.milli() <= 0) {
                throw new IllegalArgumentException("a yardstick between 0 and 1, a step and a quantile above 0");
            }
        }

        @Override
        public List<Operand> operands() {
            return List.of(bad, of);
        }
    }
}
