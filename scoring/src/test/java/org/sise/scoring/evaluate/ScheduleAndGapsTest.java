package org.sise.scoring.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sise.scoring.evaluate.EvaluatorTest.evaluate;
import static org.sise.scoring.evaluate.EvaluatorTest.outcome;
import static org.sise.scoring.evaluate.EvaluatorTest.party;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sise.scoring.TestPolicies;
import org.sise.scoring.grade.Party;

class ScheduleAndGapsTest {
    private static final List<Party> FINED = List.of(
            party("A", null),
            party("B", null, "2023-01-01"),
            party("C", null, "2023-01-01", "2023-02-01"),
            party("D", null, "2023-01-01", "2023-02-01", "2023-03-01"));

    @Test
    void theWorstTakeTheFirstDaysOfTheWindow() {
        DaysEarlier found = evaluate(
                        FINED,
                        outcome("A", "2024-01-01", false),
                        outcome("B", "2024-01-02", true),
                        outcome("C", "2024-01-11", false),
                        outcome("D", "2024-01-21", true))
                .daysEarlier();
        // The order by score is D, C, B, A on the days 1, 2, 11 and 21: D is 20 days earlier, B is 9 days later.
        assertThat(found).isNotNull();
        assertThat(found.mean()).isEqualTo(5.5);
        assertThat(found.median()).isEqualTo(5.5);
        assertThat(found.bad()).isEqualTo(2);
        // The middle day is the 11th: B was recorded before it, D is scheduled before it.
        assertThat(found.firstHalfRecorded()).isEqualTo(0.5);
        assertThat(found.firstHalfScheduled()).isEqualTo(0.5);
        assertThat(found.windows()).isEqualTo(1);
    }

    @Test
    void aPolicyThatTellsNothingGainsNothing() {
        DaysEarlier found = evaluate(
                        List.of(),
                        outcome("A", "2024-01-01", false),
                        outcome("B", "2024-01-09", true),
                        outcome("C", "2024-01-09", false),
                        outcome("D", "2024-01-20", true))
                .daysEarlier();
        assertThat(found).isNotNull();
        assertThat(found.mean()).isZero();
        assertThat(found.firstHalfScheduled()).isEqualTo(found.firstHalfRecorded());
    }

    @Test
    void aScheduleKnowsNothingOfItsOwnWindow() {
        Party late = party("L", null, "2024-01-05", "2024-01-06");
        DaysEarlier found = evaluate(List.of(late), outcome("K", "2024-01-01", false), outcome("L", "2024-01-20", true))
                .daysEarlier();
        assertThat(found).isNotNull();
        assertThat(found.mean()).isZero();
    }

    @Test
    void windowsAreScheduledApartAndASecondVisitStaysOnItsDay() {
        Party worst = party("D", null, "2023-01-01", "2023-02-01", "2023-03-01");
        DaysEarlier found = evaluate(
                        List.of(worst),
                        outcome("A", "2024-01-01", false),
                        outcome("D", "2024-02-29", true),
                        outcome("A", "2024-03-01", true),
                        outcome("D", "2024-03-11", true),
                        outcome("D", "2024-03-12", true))
                .daysEarlier();
        // First window, to 29 February: D 59 days earlier. Second: D 10 days earlier, A 10 days later, D again stays.
        assertThat(found).isNotNull();
        assertThat(found.windows()).isEqualTo(2);
        assertThat(found.leftInPlace()).isEqualTo(1);
        assertThat(found.scheduled()).isEqualTo(4);
        assertThat(found.bad()).isEqualTo(3);
        assertThat(found.mean()).isCloseTo(59 / 3.0, within(1e-12));
        assertThat(found.median()).isEqualTo(10);
    }

    @Test
    void theStabilityIndexIsTheSumOverTheCells() {
        assertThat(Stability.index(new int[] {9, 9}, new int[] {9, 9})).isZero();
        // Shares with half an outcome a cell: 3/4 and 1/4 before, 1/4 and 3/4 after.
        assertThat(Stability.index(new int[] {7, 2}, new int[] {2, 7})).isCloseTo(Math.log(3), within(1e-12));
        assertThat(Stability.index(new int[] {5, 0}, new int[] {0, 5})).isFinite();
    }

    @Test
    void stabilityComparesTheHalvesOfThePeriodAndItsQuarters() {
        Stability stability = evaluate(
                        FINED,
                        outcome("A", "2024-01-01", false),
                        outcome("D", "2024-01-02", true),
                        outcome("A", "2024-07-01", false),
                        outcome("B", "2024-07-01", true))
                .stability();
        assertThat(stability.split()).isEqualTo(LocalDate.of(2024, 4, 1));
        assertThat(stability.earlier()).isEqualTo(2);
        assertThat(stability.later()).isEqualTo(2);
        // One good and one bad before, two good after: 1/2, 1/2 and 5/6, 1/6 with the halves added.
        assertThat(stability.psiGrade()).isCloseTo(Math.log(5 / 3.0) / 3 - Math.log(1 / 3.0) / 3, within(1e-12));
        assertThat(stability.psiScore()).isNotNull();
        assertThat(stability.quarters()).extracting(Stability.Quarter::name).containsExactly("2024-Q1", "2024-Q3");
        assertThat(stability.quarters().getFirst().psiGrade()).isZero();
    }

    @Test
    void gapsAreBetweenDistrictsWithEnoughOutcomes() {
        List<Party> parties = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            // Of district 1 one of four is bad and all are graded bad; of district 2 three of four, none graded bad.
            String region = i < 4 ? "210101" : "210102";
            parties.add(
                    i < 4 ? party("P" + i, region, "2023-01-01", "2023-01-02") : party("P" + i, region, "2023-01-01"));
            outcomes.add(outcome("P" + i, "2024-01-01", i == 0 || i > 4));
        }
        parties.add(party("Q", "210103"));
        outcomes.add(outcome("Q", "2024-01-01", true));
        outcomes.add(outcome("U", "2024-01-01", false));

        Districts districts = Evaluator.evaluate(
                        TestPolicies.policy(TestPolicies.SMALL), parties, outcomes, new Terms(null, null, 60, 4))
                .districts();

        assertThat(districts.districts())
                .extracting(Districts.District::region)
                .containsExactly("210101", "210102", "210103", null);
        assertThat(districts.badRateGap()).isNotNull();
        assertThat(districts.badRateGap().difference()).isEqualTo(0.5);
        assertThat(districts.badRateGap().highest().region()).isEqualTo("210102");
        assertThat(districts.gradeGap()).isNotNull();
        assertThat(districts.gradeGap().difference()).isEqualTo(1);
        assertThat(districts.districts().getLast().auc()).isNull();
        assertThat(districts.districts().getFirst().auc())
                .extracting(Auc::value)
                .isEqualTo(0.5);
    }
}
