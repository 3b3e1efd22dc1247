package org.sise.scoring.random;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.policy.Vocabulary;
import org.sise.scoring.read.PolicyReader;
import org.sise.scoring.read.PolicyReading;

/** Sound policies by a seed, over the small vocabulary of {@link #KINDS}, with every construct of the language. */
public final class RandomPolicies {
    /** The kinds of record; each has the fields name, level, amount, until and removed. */
    public static final List<String> KINDS = List.of("fine", "visit", "prize");

    static final String SAYS = "says: {zh: 因, en: why}";

    private static final String HEAD = """
            format: sise-policy/1
            policy: random-%d
            version: "1"
            title: {zh: 随机, en: random}
            in-force-from: 2020-01-01
            basis: 法
            source: design
            confidence: low
            order: %s
            vocabulary:
              common:
                name: {type: text, zh: 名称, en: name}
                level:
                  type: token
                  zh: 级
                  en: level
                  values:
                    low: {zh: 低, en: low}
                    mid: {zh: 中, en: mid}
                    high: {zh: 高, en: high}
                amount: {type: number, zh: 金额, en: amount}
                until: {type: date, zh: 至, en: until}
                removed: {type: date, zh: 移出, en: removed}
              kinds:
                fine: {zh: 罚, en: fine}
                visit: {zh: 查, en: visit}
                prize: {zh: 奖, en: prize}
            """;

    private final Dice dice;
    private final StringBuilder yaml = new StringBuilder();
    private final List<String> grades = new ArrayList<>();
    private final List<String> usedGrades = new ArrayList<>();
    private final boolean highestFirst;
    private int dimensions;
    private int[] levels = {};

    private RandomPolicies(Dice dice) {
        this.dice = dice;
        this.highestFirst = !dice.oneIn(3);
    }

    /** A sound policy; the same for the same random numbers. */
    public static Policy next(Random random) {
        for (int tries = 0; ; tries++) {
            String yaml = new RandomPolicies(new Dice(random)).write();
            PolicyReading reading = new PolicyReader(Vocabulary.empty()).read(yaml.getBytes(StandardCharsets.UTF_8));
            switch (reading) {
                case PolicyReading.Sound sound -> {
                    return sound.policy();
                }
                case PolicyReading.Faulty faulty -> {
                    if (tries == 100) {
                        throw new IllegalStateException(faulty.faults() + "\n" + yaml);
                    }
                }
            }
        }
    }

    private String write() {
        yaml.append(HEAD.formatted(dice.below(1_000_000), highestFirst ? "highest-first" : "lowest-first"));
        scope();
        for (int g = 0; g < dice.between(2, 4); g++) {
            grades.add("g" + g);
        }
        yaml.append("grades:\n");
        for (String grade : grades) {
            yaml.append("  - {id: %s, zh: 级, en: grade}\n".formatted(grade));
        }
        boolean matrix = dice.oneIn(3);
        dimensions = matrix ? dice.between(2, 3) : dice.between(1, 3);
        dimensions(matrix);
        RandomIndicators indicators = new RandomIndicators(dice, dimensions);
        yaml.append(indicators.write());
        RandomFigures figures = new RandomFigures(dice, dimensions, indicators.ids());
        if (dice.oneIn(2)) {
            yaml.append(figures.write());
        }
        boolean table = !matrix && dice.oneIn(4);
        if (matrix) {
            matrix();
        } else if (table) {
            table(figures);
        } else {
            bands();
        }
        moves(indicators.ids(), table);
        rules(indicators.ids());
        return yaml.toString();
    }

    private void scope() {
        if (dice.oneIn(3)) {
            yaml.append("scope: {industries: [\"62\", \"5\"], regions: [\"21\"], unknown: %s}\n"
                    .formatted(dice.of("inside", "outside")));
        } else {
            yaml.append("scope: {}\n");
        }
    }

    private void dimensions(boolean matrix) {
        yaml.append("dimensions:\n");
        levels = new int[dimensions];
        for (int d = 0; d < dimensions; d++) {
            int least = dice.of(0, -50, -5);
            yaml.append("  - {id: d%d, zh: 维, en: dimension, weight: %s, start: %s, least: %d%s"
                    .formatted(
                            d,
                            dice.of("1", "0.6", "0.333", "0"),
                            dice.of("0", "10", "-2.5"),
                            least,
                            dice.oneIn(3) ? ", most: " + dice.of("100", "60.5") : ""));
            if (matrix || dice.oneIn(4)) {
                levels[d] = dice.between(2, 3);
                yaml.append(", levels: [");
                int from = least;
                for (int l = 0; l < levels[d]; l++) {
                    int to = from + dice.between(1, 12);
                    yaml.append("{id: l%d, from: %d%s}, ".formatted(l, from, l == levels[d] - 1 ? "" : ", to: " + to));
                    from = to;
                }
                yaml.append("]");
            }
            yaml.append("}\n");
        }
    }

    private void bands() {
        yaml.append("decision:\n  bands:\n");
        int from = dice.between(-20, 20);
        for (int g = 0; g < grades.size(); g++) {
            String grade = grades.get(highestFirst ? g : grades.size() - 1 - g);
            int to = from + dice.between(1, 25);
            yaml.append("    - {grade: %s%s%s}\n"
                    .formatted(grade, g == 0 ? "" : ", from: " + from, g == grades.size() - 1 ? "" : ", to: " + to));
            from = to;
            usedGrades.add(grade);
        }
    }

    private void matrix() {
        yaml.append("decision:\n  matrix:\n    rows: d0\n    columns: d1\n    cells:\n");
        for (int r = 0; r < levels[0]; r++) {
            yaml.append("      l%d: {".formatted(r));
            for (int c = 0; c < levels[1]; c++) {
                int place = highestFirst ? r + c : levels[0] + levels[1] - 2 - r - c;
                String grade = grades.get(Math.min(place, grades.size() - 1));
                usedGrades.add(grade);
                yaml.append("l%d: %s, ".formatted(c, grade));
            }
            yaml.append("}\n");
        }
    }

    private void table(RandomFigures figures) {
        yaml.append("decision:\n  table:\n");
        for (int row = dice.between(1, 4); row > 0; row--) {
            String grade = dice.of(grades);
            yaml.append("    - {when: %s, grade: %s}\n".formatted(figures.tests(), grade));
            usedGrades.add(grade);
        }
        yaml.append("    - {grade: %s}\n".formatted(grades.getFirst()));
        usedGrades.add(grades.getFirst());
    }

    private void moves(List<String> indicators, boolean table) {
        if (dice.oneIn(4)) {
            yaml.append("exposure: {id: exposure, indicators: %s, at-most: %d, never: %s, basis: 法, %s}\n"
                    .formatted(
                            indicators.subList(0, dice.between(1, indicators.size())),
                            dice.between(1, 2),
                            worse(),
                            SAYS));
        }
        if (dice.oneIn(3)) {
            yaml.append("shifts:\n");
            for (int s = 0; s < dice.between(1, 3); s++) {
                trigger("shift" + s, "    by: %d\n".formatted(dice.of(-3, -1, -1, 1, 2)), true);
            }
            usedGrades.addAll(grades);
        }
        if (dice.oneIn(3)) {
            yaml.append("steadiness: {id: steady, %scool-down-months: %d%s, basis: 法, %s}\n"
                    .formatted(
                            !table && dice.oneIn(2) ? "margin: 3.5, " : "",
                            dice.of(0, 3, 12),
                            dice.oneIn(2) ? ", at-a-time: 1" : "",
                            SAYS));
        }
    }

    private void rules(List<String> indicators) {
        if (dice.oneIn(2)) {
            yaml.append("vetoes:\n");
            for (int v = 0; v < dice.between(1, 2); v++) {
                trigger("veto" + v, "", false);
            }
            usedGrades.add(grades.getLast());
        }
        List<String> unused = new ArrayList<>(grades);
        unused.removeAll(usedGrades);
        if (!unused.isEmpty() || dice.oneIn(2)) {
            unused.add(grades.get(dice.between(1, grades.size() - 1)));
            yaml.append("floors:\n");
            for (int f = 0; f < unused.size(); f++) {
                trigger("floor" + f, "    grade: " + unused.get(f) + "\n", false);
            }
        }
        if (dice.oneIn(3)) {
            List<String> of = indicators.subList(0, dice.between(1, indicators.size()));
            yaml.append("minimum-data: {id: minimum, of: %s, at-least: %d, grade: %s, basis: 法, %s}\n"
                    .formatted(of, dice.between(1, of.size()), worse(), SAYS));
        }
        if (dice.oneIn(4)) {
            dormant();
        }
        if (dice.oneIn(3)) {
            yaml.append(
                    "new-business: {id: fresh, under-months: %d, unknown-registration: %s, grade: %s, basis: 法, %s}\n"
                            .formatted(dice.of(RandomIndicators.MONTHS), dice.of("new", "not-new"), worse(), SAYS));
        }
    }

    private void trigger(String id, String effect, boolean absence) {
        yaml.append("  - id: %s\n".formatted(id));
        yaml.append(new RandomIndicators(dice, dimensions).match("    "));
        yaml.append(dice.oneIn(2) ? "    under-months: %d\n".formatted(dice.of(RandomIndicators.MONTHS)) : "");
        boolean none = absence && dice.oneIn(3);
        yaml.append(none ? "    none: true\n" : "");
        yaml.append(!none && dice.oneIn(2) ? "    at-least: %d\n".formatted(dice.between(1, 3)) : "");
        yaml.append(effect).append("    basis: 法\n    ").append(SAYS).append("\n");
    }

    private void dormant() {
        yaml.append("dormant: {id: dormant, kinds: %s, months: %d, unknown-registration: %s, grade: %s, basis: 法, %s}\n"
                .formatted(
                        KINDS.subList(0, dice.between(1, KINDS.size())),
                        dice.of(RandomIndicators.MONTHS),
                        dice.of("old", "not-old"),
                        worse(),
                        SAYS));
    }

    private String worse() {
        return grades.get(dice.between(1, grades.size() - 1));
    }
}
