package org.sise.scoring.random;

import java.util.ArrayList;
import java.util.List;

/** Figures of a random policy, and tests of its numbers. */
final class RandomFigures {
    private final Dice dice;
    private final int dimensions;
    private final List<String> operands;

    /** What a percentile may look at. */
    private final List<String> absolute;

    RandomFigures(Dice dice, int dimensions, List<String> indicators) {
        this.dice = dice;
        this.dimensions = dimensions;
        this.operands = new ArrayList<>(indicators);
        this.absolute = new ArrayList<>(indicators);
    }

    String write() {
        StringBuilder yaml = new StringBuilder("figures:\n");
        int count = dice.between(1, 6);
        for (int f = 0; f < count; f++) {
            boolean adds = dice.oneIn(3);
            String formula = formula();
            boolean skips = formula.startsWith("sum")
                    || formula.startsWith("max")
                    || formula.startsWith("min")
                    || formula.startsWith("count");
            String missing = skips && dice.oneIn(2) ? "skip" : dice.of("unknown", "unknown", "5", "-2.5");
            yaml.append("  - {id: f%d, zh: 数, en: figure, missing: %s, %s%s}\n"
                    .formatted(
                            f,
                            missing,
                            formula,
                            adds ? ", dimension: d%d, basis: 法".formatted(dice.below(dimensions)) : ""));
            operands.add("f" + f);
            if (!formula.startsWith("percentile") && formula.chars().noneMatch(c -> c == 'f' || c == 'd')) {
                absolute.add("f" + f);
            }
            if (!adds && dice.oneIn(3)) {
                operands.add("d" + dice.below(dimensions));
            }
        }
        return yaml.toString();
    }

    /** One to two tests of numbers, such as {@code {i0: {at-least: 5}}}. */
    String tests() {
        String first = dice.of(operands);
        String second = dice.of(operands);
        return first.equals(second)
                ? "{%s: %s}".formatted(first, test())
                : "{%s: %s, %s: %s}".formatted(first, test(), second, test());
    }

    private String formula() {
        return switch (dice.below(12)) {
            case 0 -> "sum: " + list();
            case 1 -> "max: " + list();
            case 2 -> "min: " + list();
            case 3 -> "product: [%s, %s]".formatted(operand(), operand());
            case 4 -> "difference: [%s, %s]".formatted(operand(), operand());
            case 5 -> "ratio: {of: %s, per: %s}".formatted(operand(), dice.of(operands));
            case 6 ->
                "count: {of: %s, %s: %d}".formatted(list(), dice.of("at-least", "at-most", "above", "below"), number());
            case 7 ->
                "bands: {of: %s, values: [{to: 2, is: 1}, {from: 2, to: 10.5, is: -4.25}, {from: 10.5, is: 9}]}"
                        .formatted(dice.of(operands));
            case 8 ->
                "curve: {of: %s, knots: [{at: 0, is: 1}, {at: 3, is: 10}, {at: 3, is: 20}, {at: 11, is: -5}]}"
                        .formatted(dice.of(operands));
            case 9 ->
                "control-limits: {bad: %s, of: %s, yardstick: 0.07, step: 0.03, z: 1.645, least: %d}"
                        .formatted(dice.of(operands), dice.of(operands), dice.between(1, 30));
            default -> percentile();
        };
    }

    private String percentile() {
        return "percentile: {of: %s%s%s%s, least: %d}"
                .formatted(
                        dice.of(absolute),
                        dice.oneIn(2) ? ", groups: {by: %s, from: [0, 3, 9]}".formatted(dice.of(absolute)) : "",
                        dice.oneIn(3) ? ", apart: [%s]".formatted(dice.of(absolute)) : "",
                        dice.oneIn(3) ? ", ranked: {%s: %s}".formatted(dice.of(absolute), test()) : "",
                        dice.between(2, 6));
    }

    private String test() {
        return dice.oneIn(4)
                ? "{known: %s}".formatted(dice.oneIn(2))
                : "{%s: %d}".formatted(dice.of("at-least", "at-most", "above", "below"), number());
    }

    private int number() {
        return dice.between(-5, 15);
    }

    private String list() {
        List<String> list = new ArrayList<>();
        for (int i = dice.between(1, 4); i > 0; i--) {
            list.add(operand());
        }
        return list.toString();
    }

    private String operand() {
        return dice.oneIn(4) ? dice.of("2", "-0.5", "1000000") : dice.of(operands);
    }
}
