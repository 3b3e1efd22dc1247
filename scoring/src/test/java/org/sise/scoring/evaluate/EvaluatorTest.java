package org.sise.scoring.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.sise.scoring.TestPolicies;
import org.sise.scoring.grade.Fact;
import org.sise.scoring.grade.Party;
import org.sise.scoring.policy.Policy;

class EvaluatorTest {
    private static final Policy SMALL = TestPolicies.policy(TestPolicies.SMALL);
    private static final Terms ALWAYS = Terms.between(null, null);
    private static final LocalDate START = LocalDate.of(2024, 1, 1);

    @Test
    void theOutcomesDayIsNotYetKnown() {
        Party twice = party("A", null, "2024-01-01", "2024-02-01");
        Evaluation before =
                evaluate(List.of(twice), outcome("A", "2024-02-01", true), outcome("B", "2024-02-01", false));
        assertThat(lift(before, "good").bad()).isEqualTo(1);

        Evaluation after =
                evaluate(List.of(twice), outcome("A", "2024-02-02", true), outcome("B", "2024-02-02", false));
        assertThat(lift(after, "bad").bad()).isEqualTo(1);
    }

    @Property(tries = 100)
    void nothingOnOrAfterTheFirstDayOfAnOutcomeChangesAnything(@ForAll Random random) {
        List<Outcome> outcomes = new ArrayList<>();
        List<Party> parties = new ArrayList<>();
        List<Party> disturbed = new ArrayList<>();
        for (int p = 0; p < 12; p++) {
            LocalDate day = START.plusDays(random.nextInt(200));
            List<Fact> facts = facts(random, day, -100);
            List<Fact> more = new ArrayList<>(facts);
            more.addAll(facts(random, day, 0));
            outcomes.add(new Outcome("P" + p, day, p % 3 == 0));
            parties.add(new Party("P" + p, null, null, null, facts));
            disturbed.add(new Party("P" + p, null, null, null, more));
        }
        assertThat(Evaluator.evaluate(SMALL, disturbed, outcomes, ALWAYS))
                .isEqualTo(Evaluator.evaluate(SMALL, parties, outcomes, ALWAYS));
    }

    @Property(tries = 50)
    void theOrderOfPartiesRecordsAndOutcomesNeverMatters(@ForAll Random random) {
        List<Outcome> outcomes = new ArrayList<>();
        List<Party> parties = new ArrayList<>();
        List<Party> shuffled = new ArrayList<>();
        for (int p = 0; p < 10; p++) {
            List<Fact> facts = facts(random, START, 0);
            List<Fact> turned = new ArrayList<>(facts);
            Collections.shuffle(turned, random);
            parties.add(new Party("P" + p, null, "21010" + p % 3, null, facts));
            shuffled.add(new Party("P" + p, null, "21010" + p % 3, null, turned));
            outcomes.add(new Outcome("P" + p, START.plusDays(random.nextInt(100)), random.nextBoolean()));
            outcomes.add(new Outcome("P" + p, START.plusDays(random.nextInt(100)), random.nextBoolean()));
        }
        Evaluation inOrder = Evaluator.evaluate(SMALL, parties, outcomes, ALWAYS);
        Collections.shuffle(outcomes, random);
        Collections.shuffle(shuffled, random);
        Evaluation outOfOrder = Evaluator.evaluate(SMALL, shuffled, outcomes, ALWAYS);
        assertThat(outOfOrder)
                .usingRecursiveComparison()
                .withComparatorForType((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : Double.compare(a, b), Double.class)
                .isEqualTo(inOrder);
    }

    @Test
    void theGradeRanksFirstAndTheScoreWithinIt() {
        Policy policy = TestPolicies.policy(TestPolicies.SMALL + """
                floors:
                  - id: listed
                    kind: dishonesty-listing
                    grade: bad
                    basis: b
                    says: {zh: 甲, en: a}
                """);
        Party listed =
                new Party("L", null, null, null, List.of(TestPolicies.fact("dishonesty-listing", "2024-01-01", "R")));
        Party fined = party("F", null, "2024-01-01");
        Evaluation evaluation = Evaluator.evaluate(
                policy,
                List.of(listed, fined),
                List.of(outcome("L", "2024-03-01", true), outcome("F", "2024-03-01", false)),
                ALWAYS);
        assertThat(evaluation.auc()).extracting(Auc::value).isEqualTo(1.0);
        assertThat(evaluation.aucByScore()).extracting(Auc::value).isEqualTo(0.0);
        assertThat(evaluation.aucByColour()).extracting(Auc::value).isEqualTo(1.0);
    }

    @Test
    void whereALowScoreIsTheWorseTheOrderTurns() {
        Policy merit = TestPolicies.policy(TestPolicies.small("order: highest-first", "order: lowest-first")
                .replace("- {grade: good, to: 20}", "- {grade: bad, to: 20}")
                .replace("- {grade: bad, from: 20}", "- {grade: good, from: 20}"));
        Evaluation evaluation = Evaluator.evaluate(
                merit,
                List.of(party("A", null, "2024-01-01", "2024-01-02"), party("B", null, "2024-01-01")),
                List.of(outcome("A", "2024-03-01", false), outcome("B", "2024-03-01", true)),
                ALWAYS);
        assertThat(evaluation.auc()).extracting(Auc::value).isEqualTo(1.0);
        assertThat(evaluation.aucByScore()).extracting(Auc::value).isEqualTo(1.0);
    }

    @Test
    void everyOutcomeIsCountedSomewhere() {
        Policy regional =
                TestPolicies.policy(TestPolicies.small("scope: {}", "scope: {regions: [\"21\"], unknown: inside}"));
        Evaluation evaluation = Evaluator.evaluate(
                regional,
                List.of(
                        party("A", "210102", "2024-01-01"),
                        party("B", "110101", "2024-01-01"),
                        party("C", "210102", "2024-06-01")),
                List.of(
                        outcome("A", "2023-12-31", true),
                        outcome("A", "2024-03-01", true),
                        outcome("A", "2024-03-01", true),
                        outcome("B", "2024-03-01", true),
                        outcome("C", "2024-03-01", false),
                        outcome("D", "2024-03-31", false),
                        outcome("D", "2024-04-01", true)),
                Terms.between(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 3, 31)));
        assertThat(evaluation.given()).isEqualTo(7);
        assertThat(evaluation.outsidePeriod()).isEqualTo(2);
        assertThat(evaluation.notApplicable()).isEqualTo(1);
        assertThat(evaluation.n()).isEqualTo(4);
        assertThat(evaluation.bad()).isEqualTo(2);
        assertThat(evaluation.badRate()).isEqualTo(0.5);
        assertThat(evaluation.parties()).isEqualTo(3);
        assertThat(evaluation.withoutRecords()).isEqualTo(2);
        assertThat(evaluation.unknownParties()).isEqualTo(1);
        assertThat(evaluation.aucWithRecords()).isNull();
    }

    @Test
    void liftAndCaptureAreByGradeFromTheWorst() {
        Evaluation evaluation = evaluate(
                List.of(party("A", null, "2024-01-01", "2024-01-02"), party("B", null, "2024-01-01")),
                outcome("A", "2024-02-01", true),
                outcome("A", "2024-02-02", true),
                outcome("A", "2024-02-03", false),
                outcome("B", "2024-02-01", true),
                outcome("B", "2024-02-02", false),
                outcome("B", "2024-02-03", false));
        assertThat(evaluation.byColour())
                .extracting(line -> line.grade().id(), Lift::n, Lift::bad)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("bad", 3, 2),
                        org.assertj.core.groups.Tuple.tuple("good", 3, 1));
        assertThat(lift(evaluation, "bad").lift()).isCloseTo(4 / 3.0, within(1e-12));
        assertThat(lift(evaluation, "bad").capture()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(lift(evaluation, "good").capture()).isEqualTo(1);
    }

    @Test
    void withoutAnOutcomeInThePeriodOrInTheScopeThereIsNothingToEvaluate() {
        List<Outcome> one = List.of(outcome("A", "2024-01-01", true));
        assertThatThrownBy(() -> Evaluator.evaluate(SMALL, List.of(), one, Terms.between(START.plusDays(1), null)))
                .hasMessageContaining("no outcome lies in the period");
        Policy elsewhere =
                TestPolicies.policy(TestPolicies.small("scope: {}", "scope: {regions: [\"21\"], unknown: outside}"));
        assertThatThrownBy(() -> Evaluator.evaluate(elsewhere, List.of(), one, ALWAYS))
                .hasMessageContaining("the policy applies to no party with an outcome");
        assertThatThrownBy(() -> Evaluator.evaluate(SMALL, List.of(party("A", null), party("A", null)), one, ALWAYS))
                .hasMessageContaining("party A comes twice");
        assertThatThrownBy(() -> Terms.between(START, START.minusDays(1))).hasMessageContaining("is after");
    }

    @Test
    void outcomesThatAreAllGoodHaveARateButNoArea() {
        Evaluation evaluation =
                evaluate(List.of(), outcome("A", "2024-01-01", false), outcome("B", "2024-02-01", false));
        assertThat(evaluation.badRate()).isZero();
        assertThat(evaluation.auc()).isNull();
        assertThat(evaluation.daysEarlier()).isNull();
        assertThat(lift(evaluation, "good").lift()).isNull();
    }

    private static List<Fact> facts(Random random, LocalDate day, int first) {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < random.nextInt(6); i++) {
            facts.add(Fact.of("penalty", day.plusDays(first + random.nextInt(100)), "R" + i, Map.of()));
        }
        return facts;
    }

    static Party party(String id, String region, String... penalties) {
        List<Fact> facts = new ArrayList<>();
        for (String date : penalties) {
            facts.add(TestPolicies.penalty(date, id + date));
        }
        return new Party(id, null, region, null, facts);
    }

    static Outcome outcome(String party, String date, boolean bad) {
        return new Outcome(party, LocalDate.parse(date), bad);
    }

    static Evaluation evaluate(List<Party> parties, Outcome... outcomes) {
        return Evaluator.evaluate(SMALL, parties, List.of(outcomes), ALWAYS);
    }

    private static Lift lift(Evaluation evaluation, String grade) {
        return evaluation.byColour().stream()
                .filter(line -> line.grade().id().equals(grade))
                .findFirst()
                .orElseThrow();
    }
}
