package org.sise.scoring.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sise.scoring.evaluate.EvaluatorTest.outcome;
import static org.sise.scoring.evaluate.EvaluatorTest.party;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.sise.scoring.TestPolicies;
import org.sise.scoring.grade.Fact;
import org.sise.scoring.grade.FactState;
import org.sise.scoring.grade.Party;
import org.sise.scoring.grade.Previous;
import org.sise.scoring.policy.GradeLevel;
import org.sise.scoring.policy.Policy;

/** Evaluation of a policy that compares parties with each other, and of what parties bring along. */
class RankedEvaluationTest {
    private static final Terms ALWAYS = Terms.between(null, null);

    private static final Policy RANKED = TestPolicies.policy(TestPolicies.SMALL
            .replace("decision:", """
                    figures:
                      - id: rank
                        zh: 百分位
                        en: percentile
                        dimension: credit
                        basis: 依据
                        missing: unknown
                        percentile: {of: penalty, least: 2}
                    decision:""")
            .replace("{grade: good, to: 20}", "{grade: good, to: 60}")
            .replace("from: 20", "from: 60"));

    @Test
    void aPercentileIsTakenFromThoseKnownBeforeTheMonth() {
        List<Party> few = List.of(
                party("A", null, "2024-01-10"),
                party("B", null, "2024-01-10", "2024-01-11"),
                party("C", null, "2024-02-10", "2024-02-11"),
                party("D", null, "2024-02-10", "2024-02-11"));
        List<Outcome> outcomes = List.of(outcome("A", "2024-02-20", false), outcome("B", "2024-02-20", true));

        // B is the worst of two; C and D, who turn up in the month, are not among its peers.
        assertThat(Evaluator.needsPopulation(RANKED)).isTrue();
        Evaluation evaluation = Evaluator.evaluate(RANKED, few, outcomes, ALWAYS);
        assertThat(evaluation.byColour().getFirst().n()).isEqualTo(1);
        assertThat(evaluation.auc()).extracting(Auc::value).isEqualTo(1.0);
        assertThat(evaluation.n()).isEqualTo(2);
    }

    @Property(tries = 60)
    void whatOthersDoOnOrAfterTheDayChangesNothing(@ForAll Random random) {
        LocalDate day = LocalDate.of(2024, 5, 2 + random.nextInt(20));
        List<Outcome> outcomes = new ArrayList<>();
        List<Party> parties = new ArrayList<>();
        List<Party> disturbed = new ArrayList<>();
        for (int p = 0; p < 10; p++) {
            List<Fact> facts = facts(random, day.minusDays(200), 200);
            List<Fact> more = new ArrayList<>(facts);
            more.addAll(facts(random, day, 100));
            outcomes.add(new Outcome("P" + p, day, p % 2 == 0));
            parties.add(new Party("P" + p, null, null, null, facts));
            disturbed.add(new Party("P" + p, null, null, null, more));
        }
        disturbed.add(new Party("late", null, null, day, facts(random, day, 100)));
        assertThat(Evaluator.evaluate(RANKED, disturbed, outcomes, ALWAYS))
                .isEqualTo(Evaluator.evaluate(RANKED, parties, outcomes, ALWAYS));
    }

    @Test
    void aGradeSoFarIsNotBroughtAlong() {
        Policy steady = TestPolicies.policy(TestPolicies.SMALL + """
                steadiness:
                  id: steady
                  cool-down-months: 24
                  basis: 依据
                  says: {zh: 说明, en: words}
                """);
        GradeLevel bad = steady.grades().getLast();
        Party before = party("A", null, "2023-01-01");
        Party graded = new Party(
                "A", null, null, null, before.facts(), new Previous(bad.id(), LocalDate.of(2024, 1, 1), null));
        List<Outcome> outcomes = List.of(outcome("A", "2024-02-20", false), outcome("B", "2024-02-20", true));
        assertThat(Evaluator.evaluate(steady, List.of(graded), outcomes, ALWAYS))
                .isEqualTo(Evaluator.evaluate(steady, List.of(before), outcomes, ALWAYS));
    }

    @Test
    void aRepairedRecordWeighsNothingButIsARecord() {
        Fact repaired = TestPolicies.in(FactState.REPAIRED, TestPolicies.penalty("2023-01-01", "R"));
        Evaluation evaluation = Evaluator.evaluate(
                TestPolicies.policy(TestPolicies.SMALL),
                List.of(new Party("A", null, null, null, List.of(repaired))),
                List.of(outcome("A", "2024-02-20", false)),
                ALWAYS);
        assertThat(evaluation.withoutRecords()).isZero();
        assertThat(evaluation.byColour().getLast().n()).isEqualTo(1);
    }

    private static List<Fact> facts(Random random, LocalDate from, int days) {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < random.nextInt(6); i++) {
            facts.add(Fact.of("penalty", from.plusDays(random.nextInt(days)), "R" + i, Map.of()));
        }
        return facts;
    }
}
