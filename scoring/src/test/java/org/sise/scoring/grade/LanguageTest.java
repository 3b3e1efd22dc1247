package org.sise.scoring.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sise.scoring.TestPolicies.SMALL;
import static org.sise.scoring.TestPolicies.TODAY;
import static org.sise.scoring.TestPolicies.fact;
import static org.sise.scoring.TestPolicies.grade;
import static org.sise.scoring.TestPolicies.in;
import static org.sise.scoring.TestPolicies.party;
import static org.sise.scoring.TestPolicies.penalty;
import static org.sise.scoring.TestPolicies.policy;
import static org.sise.scoring.TestPolicies.small;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sise.scoring.policy.Points;

/** What each construct of the language means, on the small policy. */
class LanguageTest {
    private static final String SAYS = "says: {zh: 说明, en: words}";

    @Test
    void aWeightHalvesWithEachHalfLifeByCompleteMonths() {
        String halving = small("age: any", "age: {half-life: 6, until: 24}");

        assertThat(score(halving, penalty("2026-11-22", "a"))).isEqualTo("10");
        assertThat(score(halving, penalty("2026-10-22", "a"))).isEqualTo("8.91");
        assertThat(score(halving, penalty("2026-05-23", "a"))).isEqualTo("5.61");
        assertThat(score(halving, penalty("2026-05-22", "a"))).isEqualTo("5");
        assertThat(score(halving, penalty("2024-11-23", "a"))).isEqualTo("0.7");
        assertThat(score(halving, penalty("2024-11-22", "a"))).isEqualTo("0");
    }

    @Test
    void bandsOfMonthsMayHoldTheirOwnEnds() {
        String inside = small("age: any", """
                age:
                  ends: inside
                  bands:
                    - {from: 0, to: 6, factor: 3}
                    - {from: 6, to: 12, factor: 2}
                """.indent(4).strip());

        assertThat(score(inside, penalty("2026-05-22", "exactly six months"))).isEqualTo("30");
        assertThat(score(inside, penalty("2026-05-21", "a day more"))).isEqualTo("20");
        assertThat(score(inside, penalty("2025-11-22", "exactly twelve months")))
                .isEqualTo("20");
        assertThat(score(inside, penalty("2025-11-21", "too old"))).isEqualTo("0");
        String outside = inside.replace("ends: inside", "ends: outside");
        assertThat(score(outside, penalty("2026-05-22", "exactly six months"))).isEqualTo("20");
    }

    @Test
    void aGroupGivesNoMoreThanItsCapTimesItsAgeFactor() {
        String capped = small("age: any", """
                age:
                  - {from: 0, to: 12, factor: 1}
                  - {from: 12, to: 24, factor: 0.5}
                group-cap: {by: department, cap: 15}
                """.indent(4).strip());

        assertThat(score(
                        capped,
                        penalty("2026-11-01", "a", "department", "x"),
                        penalty("2026-11-01", "b", "department", "x"),
                        penalty("2026-11-01", "c", "department", "y")))
                .isEqualTo("25");
        assertThat(score(
                        capped,
                        penalty("2025-11-01", "a", "department", "x"),
                        penalty("2025-11-01", "b", "department", "x")))
                .isEqualTo("7.5");
        assertThat(score(capped, penalty("2026-11-01", "a"), penalty("2026-11-01", "b")))
                .isEqualTo("20");
    }

    @Test
    void aFirstMinorViolationOfTheListWeighsNothingButTheIndicatorIsNotAbsent() {
        String exempting = small("age: any", """
                        age: any
                            exempt: {where: {severity: minor}, clear-months: 12, basis: 行政处罚法 第33条}""").replace("absent: {points: 0,", "absent: {points: 3,");

        assertThat(score(exempting)).isEqualTo("3");
        Graded.Result first = grade(exempting, penalty("2026-11-01", "a", "severity", "minor"));
        assertThat(first.score()).isEqualTo(Points.ZERO);
        assertThat(first.weightless()).extracting(Weightless::reason).containsExactly(Weightless.Reason.EXEMPT);
        assertThat(score(exempting, penalty("2026-11-01", "a", "severity", "serious")))
                .isEqualTo("10");
        assertThat(score(
                        exempting,
                        penalty("2025-11-01", "early", "severity", "serious"),
                        penalty("2026-11-01", "a", "severity", "minor")))
                .as("twelve months between them")
                .isEqualTo("10");
        assertThat(score(
                        exempting,
                        penalty("2025-11-02", "near", "severity", "serious"),
                        penalty("2026-11-01", "a", "severity", "minor")))
                .isEqualTo("20");
        assertThat(score(
                        exempting,
                        penalty("2026-11-01", "a", "severity", "minor"),
                        penalty("2026-11-01", "b", "severity", "minor")))
                .as("two of one day are not a first one")
                .isEqualTo("20");
        assertThat(score(
                        exempting,
                        in(FactState.REPAIRED, penalty("2026-06-01", "repaired")),
                        penalty("2026-11-01", "a", "severity", "minor")))
                .isEqualTo("0");
    }

    @Test
    void aNumberMultipliesThePointsAndAnotherFieldAddsToIt() {
        String weighed = small("points: 10", """
                points: 2
                    value:
                      field: amount
                      unit: 10000
                      missing: 1
                      plus: {field: severity, values: {serious: 2}, otherwise: 0}""");

        assertThat(score(weighed, penalty("2026-11-01", "a", "amount", "35000")))
                .isEqualTo("7");
        assertThat(score(weighed, penalty("2026-11-01", "a", "amount", "35000", "severity", "serious")))
                .isEqualTo("11");
        assertThat(score(weighed, penalty("2026-11-01", "a"))).isEqualTo("2");
        String latest = weighed.replace("measure: count", "measure: latest");
        assertThat(score(latest, penalty("2026-10-01", "a", "amount", "90000"), penalty("2026-11-01", "b")))
                .isEqualTo("2");
    }

    @Test
    void distinctMayLookAtSeveralFields() {
        String distinct = small("measure: count", "measure: {distinct: [department, category]}");

        assertThat(score(
                        distinct,
                        penalty("2026-10-01", "a", "department", "x", "category", "fine"),
                        penalty("2026-10-02", "b", "department", "x", "category", "fine"),
                        penalty("2026-10-03", "c", "department", "y", "category", "fine"),
                        penalty("2026-10-04", "d", "department", "y")))
                .isEqualTo("30");
    }

    @Test
    void aRatioIsAFigureAndMissingIsNotZero() {
        String ratio = withFigures("""
                figures:
                  - {id: upheld-share, zh: 属实率, en: share upheld, missing: unknown, ratio: {of: upheld, per: complaints}}
                  - {id: share-points, zh: 属实率得分, en: points for it, dimension: credit, basis: 依据, missing: 7,
                     product: [upheld-share, 30]}
                """);

        assertThat(score(ratio)).isEqualTo("7");
        assertThat(score(ratio, complaint("a", "true"), complaint("b", "true"), complaint("c", "false")))
                .isEqualTo("20.01");
        assertThat(value("upheld-share", ratio, complaint("a", "true"), complaint("c", "false")))
                .isEqualTo("0.5");
        assertThat(value("upheld-share", ratio)).isNull();
    }

    @Test
    void figuresSumCompareStepAndInterpolate() {
        String figures = withFigures("""
                figures:
                  - {id: all, zh: 和, en: sum, missing: skip, sum: [upheld, complaints, 0.5]}
                  - {id: largest, zh: 大, en: max, missing: skip, max: [upheld, complaints]}
                  - {id: smallest, zh: 小, en: min, missing: unknown, min: [complaints, 2]}
                  - {id: rest, zh: 差, en: rest, missing: unknown, difference: [complaints, upheld]}
                  - {id: many, zh: 数, en: many, missing: skip, count: {of: [upheld, complaints], at-least: 2}}
                  - id: stepped
                    zh: 档
                    en: steps
                    missing: unknown
                    bands: {of: complaints, values: [{to: 2, is: 1}, {from: 2, is: 5}]}
                  - id: curved
                    zh: 线
                    en: curve
                    missing: -1
                    curve: {of: complaints, knots: [{at: 1, is: 1}, {at: 3, is: 2}, {at: 4, is: 2}, {at: 4, is: 9}]}
                """);
        Fact[] three = {complaint("a", "true"), complaint("b", "false"), complaint("c", "false")};

        assertThat(value("all", figures, three)).isEqualTo("4.5");
        assertThat(value("largest", figures, three)).isEqualTo("3");
        assertThat(value("smallest", figures, three)).isEqualTo("2");
        assertThat(value("rest", figures, three)).isEqualTo("2");
        assertThat(value("many", figures, three)).isEqualTo("1");
        assertThat(value("stepped", figures, three)).isEqualTo("5");
        assertThat(value("curved", figures, complaint("a", "x"), complaint("b", "x")))
                .isEqualTo("1.5");
        assertThat(value("curved", figures, three)).isEqualTo("2");
        assertThat(value(
                        "curved",
                        figures,
                        complaint("a", "x"),
                        complaint("b", "x"),
                        complaint("c", "x"),
                        complaint("d", "x")))
                .isEqualTo("2");
        assertThat(value("curved", figures)).isEqualTo("-1");
        assertThat(value("all", figures)).isEqualTo("0.5");
        assertThat(value("largest", figures)).as("the one that is known").isEqualTo("0");
        assertThat(value("smallest", figures)).isNull();
    }

    @Test
    void aPercentileIsTheShareOfThePeersWithLess() {
        String ranking = withFigures("""
                figures:
                  - id: rank
                    zh: 百分位
                    en: percentile
                    dimension: credit
                    basis: 依据
                    missing: unknown
                    percentile: {of: complaints, groups: {by: complaints, from: [1, 5]}, least: 2}
                """)
                .replace("{grade: good, to: 20}", "{grade: good, to: 60}")
                .replace("from: 20", "from: 60");
        List<Party> population = new ArrayList<>();
        for (int n = 0; n <= 4; n++) {
            population.add(complaints("p" + n, n));
        }
        population.add(complaints("twin", 2));
        population.add(complaints("alone", 9));
        Grader grader = Grader.of(policy(ranking)).among(population, TODAY);

        assertThat(rank(grader, complaints("p1", 1))).isEqualTo("0");
        assertThat(rank(grader, complaints("p2", 2))).isEqualTo("25");
        assertThat(rank(grader, complaints("p3", 3))).isEqualTo("75");
        assertThat(rank(grader, complaints("p4", 4))).isEqualTo("100");
        assertThat(rank(grader, complaints("p0", 0))).as("not ranked").isNull();
        assertThat(rank(grader, complaints("alone", 9))).as("a group of one").isNull();
        assertThat(rank(Grader.of(policy(ranking)), complaints("p4", 4)))
                .as("no population")
                .isNull();
        assertThat(((Graded.Result) grader.grade(complaints("p4", 4), TODAY))
                        .grade()
                        .id())
                .isEqualTo("bad");
    }

    @Test
    void theFirstRowOfATableThatFitsDecides() {
        String table = SMALL.replace(SMALL.substring(SMALL.indexOf("decision:")), """
                decision:
                  table:
                    - {when: {penalty: {above: 30}}, grade: bad}
                    - {when: {credit: 20}, grade: bad}
                    - {grade: good}
                """);

        assertThat(grade(table, penalties(1)).grade().id()).isEqualTo("good");
        assertThat(grade(table, penalties(2)).grade().id()).isEqualTo("bad");
        assertThat(grade(table, penalties(3)).grade().id()).isEqualTo("good");
        assertThat(grade(table, penalties(4)).grade().id()).isEqualTo("bad");
    }

    @Test
    void theWorstShiftToTheWorseHoldsElseTheBestToTheBetter() {
        String shifting = graded("""
                shifts:
                  - {id: upheld, kind: complaint, where: {upheld: "true"}, by: 2, basis: 依据, %1$s}
                  - {id: some, kind: complaint, by: 1, basis: 依据, %1$s}
                  - {id: clean, kind: inspection, none: true, by: -1, basis: 依据, %1$s}
                """.formatted(SAYS));

        assertThat(grade(shifting, penalties(1)).grade().id())
                .as("not inspected")
                .isEqualTo("a");
        Fact inspection = fact("inspection", "2026-11-01", "i");
        assertThat(grade(shifting, penalty("2026-11-01", "p"), inspection)
                        .grade()
                        .id())
                .isEqualTo("b");
        assertThat(grade(shifting, penalty("2026-11-01", "p"), complaint("c", "false"))
                        .grade()
                        .id())
                .isEqualTo("c");
        Graded.Result worst = grade(shifting, penalty("2026-11-01", "p"), complaint("c", "true"));
        assertThat(worst.grade().id()).isEqualTo("d");
        assertThat(worst.base().id()).isEqualTo("b");
        assertThat(worst.decisive()).extracting(ruling -> ruling.rule().id()).isEqualTo("upheld");
    }

    @Test
    void exposureWorsensByOneGradeAtMostAndNeverToRedOnItsOwn() {
        String exposed = graded("""
                exposure: {id: ceiling, indicators: [complaints], at-most: 1, never: d, basis: 依据, %s}
                """.formatted(SAYS)).replace("points: 1\n", "points: 10\n");

        assertThat(grade(exposed, complaint("1"), complaint("2"), complaint("3"))
                        .grade()
                        .id())
                .isEqualTo("b");
        assertThat(grade(exposed, penalty("2026-11-01", "p"), complaint("1"), complaint("2"))
                        .grade()
                        .id())
                .isEqualTo("c");
        Graded.Result orange =
                grade(exposed, penalty("2026-11-01", "p"), penalty("2026-11-01", "q"), complaint("1"), complaint("2"));
        assertThat(orange.base().id()).isEqualTo("d");
        assertThat(orange.grade().id()).isEqualTo("c");
        assertThat(orange.decisive()).extracting(ruling -> ruling.rule().id()).isEqualTo("ceiling");
        assertThat(grade(exposed, penalties(3)).grade().id()).as("by itself").isEqualTo("d");
    }

    @Test
    void steadinessKeepsAGradeFromGettingBetterTooEasily() {
        String margin = graded("steadiness: {id: steady, margin: 3, basis: 依据, %s}\n".formatted(SAYS));
        String coolDown = graded("steadiness: {id: steady, cool-down-months: 6, basis: 依据, %s}\n".formatted(SAYS));
        String stepwise = graded("steadiness: {id: steady, at-a-time: 1, basis: 依据, %s}\n".formatted(SAYS));

        assertThat(after("c", "2026-01-01", null, margin, 1, 8))
                .as("18 + 3 is c")
                .isEqualTo("c");
        assertThat(after("c", "2026-01-01", null, margin, 1, 6))
                .as("16 + 3 is b")
                .isEqualTo("b");
        assertThat(after("b", "2026-01-01", null, margin, 2, 0))
                .as("worse at once")
                .isEqualTo("c");
        assertThat(after("d", "2026-05-23", null, coolDown, 1, 0)).isEqualTo("d");
        assertThat(after("d", "2026-05-22", null, coolDown, 1, 0)).isEqualTo("b");
        assertThat(after("d", "2026-10-01", "new-business", coolDown.replace("steadiness:", """
                new-business: {id: new-business, under-months: 6, unknown-registration: not-new, grade: d, basis: 依据, says: {zh: 新, en: new}}
                steadiness:"""), 1, 0))
                .as("what a rule bound ends with the rule")
                .isEqualTo("b");
        assertThat(after("d", "2020-01-01", null, stepwise, 0, 0)).isEqualTo("c");
        assertThat(after("gone", "2026-11-01", null, coolDown, 1, 0)).isEqualTo("b");
    }

    @Test
    void aBusinessWithoutRecordsForLongIsDormant() {
        String dormant = graded("""
                dormant: {id: asleep, kinds: [inspection, complaint], months: 24, unknown-registration: not-old, grade: b,
                  basis: 依据, %s}
                """.formatted(SAYS));

        assertThat(registered("2020-01-01", dormant)).isEqualTo("b");
        assertThat(registered("2024-11-22", dormant)).isEqualTo("b");
        assertThat(registered("2024-11-23", dormant)).isEqualTo("a");
        assertThat(registered(null, dormant)).isEqualTo("a");
        assertThat(registered("2020-01-01", dormant, fact("inspection", "2024-11-23", "i")))
                .isEqualTo("a");
        assertThat(registered("2020-01-01", dormant, fact("inspection", "2024-11-22", "i")))
                .isEqualTo("b");
        assertThat(registered("2020-01-01", dormant, penalty("2026-11-01", "not of these kinds")))
                .isEqualTo("b");
    }

    @Test
    void newnessMayHaveSteps() {
        String stepped = graded("""
                new-business:
                  - {id: first-year, under-months: 12, unknown-registration: not-new, grade: c, basis: 依据, %1$s}
                  - {id: first-three, under-months: 36, unknown-registration: not-new, grade: b, basis: 依据, %1$s}
                """.formatted(SAYS));

        assertThat(registered("2025-11-23", stepped)).isEqualTo("c");
        assertThat(registered("2025-11-22", stepped)).isEqualTo("b");
        assertThat(registered("2023-11-23", stepped)).isEqualTo("b");
        assertThat(registered("2023-11-22", stepped)).isEqualTo("a");
        assertThat(registered(null, stepped)).isEqualTo("a");
    }

    private static String score(String yaml, Fact... facts) {
        return grade(yaml, facts).score().toString();
    }

    private static Fact complaint(String reference, String... upheld) {
        return upheld.length == 0
                ? fact("complaint", "2026-11-01", reference)
                : fact("complaint", "2026-11-01", reference, "upheld", upheld[0]);
    }

    private static Fact[] penalties(int number) {
        Fact[] penalties = new Fact[number];
        for (int i = 0; i < number; i++) {
            penalties[i] = penalty("2026-11-01", "p" + i);
        }
        return penalties;
    }

    private static Party complaints(String id, int number) {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            facts.add(complaint(id + "-" + i));
        }
        return new Party(id, null, null, null, facts);
    }

    private static @Nullable String rank(Grader grader, Party party) {
        return value("rank", (Graded.Result) grader.grade(party, TODAY));
    }

    private static @Nullable String value(String figure, String yaml, Fact... facts) {
        return value(figure, grade(yaml, facts));
    }

    private static @Nullable String value(String figure, Graded.Result result) {
        for (FigureValue value : result.figures()) {
            if (value.figure().id().equals(figure)) {
                return value.value() == null ? null : value.value().toString();
            }
        }
        throw new IllegalArgumentException("no figure " + figure);
    }

    private static String after(
            String grade, String since, @Nullable String rule, String yaml, int penalties, int complaints) {
        List<Fact> facts = new ArrayList<>(List.of(penalties(penalties)));
        facts.addAll(complaints("c", complaints).facts());
        Previous previous = new Previous(grade, LocalDate.parse(since), rule);
        Party party = new Party("P", null, null, LocalDate.EPOCH, facts, previous);
        return ((Graded.Result) Grader.grade(policy(yaml), party, TODAY))
                .grade()
                .id();
    }

    private static String registered(@Nullable String on, String yaml, Fact... facts) {
        LocalDate day = on == null ? null : LocalDate.parse(on);
        Party party = new Party("P", null, null, day, party(facts).facts());
        return ((Graded.Result) Grader.grade(policy(yaml), party, TODAY))
                .grade()
                .id();
    }

    /** The small policy with complaints counted beside, and figures of them. */
    private static String withFigures(String figures) {
        return small("decision:", """
                  - {id: complaints, kind: complaint, measure: count, points: 1, age: any,
                     absent: {unknown: true, zh: 无, en: none}, basis: 依据, %1$s}
                  - {id: upheld, kind: complaint, where: {upheld: "true"}, measure: count, points: 1, age: any,
                     absent: {points: 0, zh: 无, en: none}, basis: 依据, %1$s}
                %2$sdecision:""".formatted(SAYS, figures));
    }

    /** Four grades by ten points each, over penalties (10 points) and complaints (1 point). */
    private static String graded(String rules) {
        return SMALL.substring(0, SMALL.indexOf("decision:"))
                        .replace("  - {id: good, zh: 好, en: good}\n  - {id: bad, zh: 差, en: bad}\n", """
                              - {id: a, zh: 甲, en: a}
                              - {id: b, zh: 乙, en: b}
                              - {id: c, zh: 丙, en: c}
                              - {id: d, zh: 丁, en: d}
                            """)
                + """
                  - id: complaints
                    dimension: credit
                    kind: complaint
                    measure: count
                    points: 1
                    age: any
                    absent: {points: 0, zh: 无, en: none}
                    basis: 依据
                    %s
                decision:
                  bands:
                    - {grade: a, to: 10}
                    - {grade: b, from: 10, to: 20}
                    - {grade: c, from: 20, to: 30}
                    - {grade: d, from: 30}
                """.formatted(SAYS)
                + rules;
    }
}
