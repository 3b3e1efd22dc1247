package org.sise.scoring.random;

import java.util.ArrayList;
import java.util.List;

/** Indicators of a random policy. */
final class RandomIndicators {
    /** Ages, in months, that policies ask about and records have. */
    static final List<Integer> MONTHS = List.of(1, 3, 6, 12, 24, 36, 60);

    private final Dice dice;
    private final int dimensions;
    private final List<String> ids = new ArrayList<>();

    RandomIndicators(Dice dice, int dimensions) {
        this.dice = dice;
        this.dimensions = dimensions;
    }

    List<String> ids() {
        return ids;
    }

    String write() {
        StringBuilder yaml = new StringBuilder("indicators:\n");
        int count = dimensions + dice.between(0, dice.oneIn(8) ? 20 : 6);
        for (int i = 0; i < count; i++) {
            ids.add("i" + i);
            yaml.append("  - id: i").append(i).append('\n');
            boolean feeds = i >= dimensions && dice.oneIn(4);
            yaml.append(feeds ? "" : "    dimension: d%d\n".formatted(i < dimensions ? i : dice.below(dimensions)));
            yaml.append(match("    "));
            yaml.append(measure());
            yaml.append("    points: ").append(dice.of("1", "5", "20", "-3", "0.007", "-0.5", "0", "10000", "2.5"));
            yaml.append('\n').append(weights()).append(age());
            yaml.append(
                    dice.oneIn(6)
                            ? "    exempt: {where: %s, clear-months: %d, basis: 法}\n"
                                    .formatted(where(), dice.of(MONTHS))
                            : "");
            yaml.append(
                    dice.oneIn(5)
                            ? "    group-cap: {by: %s, cap: %s}\n"
                                    .formatted(dice.of("name", "level", "until"), dice.of("6", "0.5", "30"))
                            : "");
            yaml.append(dice.oneIn(5) ? "    record-cap: " + dice.of("3", "10.5") + "\n" : "");
            yaml.append(dice.oneIn(4) ? "    cap: " + dice.of("12", "0.75", "40") + "\n" : "");
            yaml.append("    absent: ")
                    .append(dice.of(
                            "{points: 0, zh: 无, en: none}",
                            "{points: -1.5, zh: 无, en: none}",
                            "{points: 7, zh: 无, en: none}",
                            "{unknown: true, zh: 不知, en: unknown}"))
                    .append('\n');
            yaml.append("    basis: 法\n    ").append(RandomPolicies.SAYS).append('\n');
        }
        return yaml.toString();
    }

    /** A kind with conditions and ends. */
    String match(String indent) {
        StringBuilder yaml = new StringBuilder(indent + "kind: " + dice.of(RandomPolicies.KINDS) + "\n");
        if (dice.oneIn(2)) {
            yaml.append(indent).append("where: ").append(where()).append('\n');
        }
        yaml.append(dice.oneIn(3) ? indent + "through: " + dice.of("until", "until", "removed") + "\n" : "");
        yaml.append(dice.oneIn(5) ? indent + "before: removed\n" : "");
        return yaml.toString();
    }

    String where() {
        return dice.of(
                "{level: high}",
                "{level: [low, mid]}",
                "{level: {not-in: [low]}}",
                "{name: A}",
                "{name: {not-in: [A, B]}}",
                "{amount: {at-least: 10}}",
                "{amount: {at-most: 10}}",
                "{amount: {at-least: -3, at-most: 5}, level: {known: true}}",
                "{name: {known: false}}",
                "{amount: {known: true}}");
    }

    private String measure() {
        String number = "unit: %s, missing: %s%s"
                .formatted(
                        dice.of("1", "7", "0.3"),
                        dice.of("1", "0", "-2"),
                        dice.oneIn(3) ? ", plus: {field: level, values: {low: 1, high: 2.5}, otherwise: 0}" : "");
        String measure = switch (dice.below(10)) {
            case 0, 1 -> "latest";
            case 2 -> "max";
            case 3 -> "{distinct: %s}".formatted(dice.of("name", "level", "[name, level]", "[until]"));
            case 4 -> "{sum: amount, %s}".formatted(number);
            default -> "count";
        };
        return "    measure: %s\n%s"
                .formatted(
                        measure,
                        !measure.startsWith("{sum") && dice.oneIn(6)
                                ? "    value: {field: amount, %s}\n".formatted(number)
                                : "");
    }

    private String weights() {
        return dice.oneIn(2)
                ? dice.of(
                        "    weights: {field: level, values: {low: 0.5, mid: 1, high: 3}, otherwise: 2}\n",
                        "    weights: {field: level, values: {low: 0, high: 12}, otherwise: 0}\n",
                        "    weights: {field: name, values: {A: 1, B: 1000, C: 0.333}, otherwise: 0.001}\n")
                : "";
    }

    private String age() {
        if (dice.oneIn(3)) {
            return "    age: any\n";
        }
        if (dice.oneIn(6)) {
            return "    age: {half-life: %d, until: %d}\n".formatted(dice.between(1, 12), dice.between(1, 40));
        }
        boolean endsInside = dice.oneIn(4);
        StringBuilder yaml = new StringBuilder(endsInside ? "    age: {ends: inside, bands: [" : "    age: [");
        int from = 0;
        for (int month : MONTHS) {
            if (dice.oneIn(3)) {
                yaml.append("{from: %d, to: %d, factor: %s}, ".formatted(from, month, factor()));
                from = month;
            }
        }
        yaml.append("{from: %d%s, factor: %s}]".formatted(from, dice.oneIn(2) ? "" : ", to: 120", factor()));
        return yaml.append(endsInside ? "}\n" : "\n").toString();
    }

    private String factor() {
        return dice.of("1", "0.5", "0.3", "0", "10", "0.777");
    }
}
