package org.sise.scoring.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sise.scoring.TestPolicies.SMALL;
import static org.sise.scoring.TestPolicies.TODAY;
import static org.sise.scoring.TestPolicies.fact;
import static org.sise.scoring.TestPolicies.party;
import static org.sise.scoring.TestPolicies.penalty;
import static org.sise.scoring.TestPolicies.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sise.scoring.grade.Fact;
import org.sise.scoring.grade.Grader;
import org.sise.scoring.grade.Party;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.random.Outcome;
import org.sise.scoring.read.BuiltIn;

class KernelTest {
    private static final Policy SHENFU = BuiltIn.policy("shenfu-four-colour");

    @Test
    void aPartyWithoutRecordsIsGraded() {
        Grades grades = Kernel.of(SHENFU).grade(population(SHENFU, party()), TODAY);
        assertThat(grades.grade(0)).isNotNull().extracting("id").isEqualTo("blue");
        assertThat(grades.score(0)).isZero();
        assertThat(grades.decisive(0)).isNull();
        assertThat(grades.contributions(0)).containsOnly(0);
    }

    @Test
    void aPopulationOfNobodyHasNoGrades() {
        Grades grades = Kernel.of(SHENFU).grade(population(SHENFU), TODAY);
        assertThat(grades.size()).isZero();
        assertThat(grades.distribution()).containsOnly(0);
    }

    @Test
    void countersNeverWrapHoweverManyRecords() {
        for (int count :
                new int[] {1, 30, 31, 32, 62, 63, 64, 65, 127, 128, 255, 256, 257, 1023, 1024, 5000, 100_000}) {
            List<Fact> facts = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String date = TODAY.minusDays(i % 700).toString();
                facts.add(
                        switch (i % 5) {
                            case 0, 1 -> penalty(date, "p" + i, "severity", "serious");
                            case 2 -> fact("inspection", date, "i" + i, "result", "obstructed");
                            case 3 -> fact("permit", date, "q" + i, "name", "permit " + i % 7);
                            default -> fact("safety-assessment", date, "s" + i, "level", i % 2 == 0 ? "major" : "low");
                        });
            }
            Party party = new Party("P", null, null, null, facts);
            assertThat(Outcome.of(Kernel.of(SHENFU).grade(population(SHENFU, party), TODAY), 0))
                    .as("%s records", count)
                    .isEqualTo(Outcome.of(Grader.grade(SHENFU, party, TODAY)));
        }
    }

    @Test
    void anySplitAmongThreadsGivesTheSameGrades() {
        PopulationBuilder builder = Population.builder(SHENFU);
        for (int p = 0; p < 50_000; p++) {
            builder.begin("P" + p, null, p % 3 == 0 ? "31" : "2115", null, null);
            for (int i = 0; i < p % 5; i++) {
                builder.add(penalty(TODAY.minusDays(p % 1200).toString(), "a", "severity", "serious"));
            }
            builder.end();
        }
        Population population = builder.build();
        Grades one = Kernel.of(SHENFU).grade(population, TODAY, 1, true);
        Grades four = Kernel.of(SHENFU).grade(population, TODAY, 4, false);
        for (int p = 0; p < population.size(); p++) {
            assertThat(four.rank(p)).isEqualTo(one.rank(p));
            assertThat(four.score(p)).isEqualTo(one.score(p));
            assertThat(four.rule(p)).isEqualTo(one.rule(p));
        }
        assertThat(one.distribution()).containsExactly(four.distribution());
        assertThat(four.contributions(49_999)).containsExactly(one.contributions(49_999));
        assertThat(one.rank(3)).as("outside the scope").isEqualTo(-1);
    }

    @Test
    void thePartiesKeepTheirOrderAndTheirNames() {
        PopulationBuilder builder = Population.builder(SHENFU);
        builder.begin("9121", "6210", "2115", null, null);
        builder.end();
        builder.begin("企业", null, null, LocalDate.of(2020, 1, 1), null);
        builder.add(penalty("2026-01-01", "a"));
        builder.end();
        Population population = builder.build();
        assertThat(population.size()).isEqualTo(2);
        assertThat(population.id(0)).isEqualTo("9121");
        assertThat(population.industry(0)).isEqualTo("6210");
        assertThat(population.region(0)).isEqualTo("2115");
        assertThat(population.id(1)).isEqualTo("企业");
        assertThat(population.industry(1)).isNull();
        assertThat(population.records(1)).isEqualTo(1);
    }

    @Test
    void twoPoliciesGradeOnePopulation() {
        Policy small = policy(SMALL);
        PopulationBuilder builder = Population.builder(SHENFU, small);
        Party party = party(penalty("2026-01-01", "a", "severity", "minor"), penalty("2026-02-01", "b"));
        Population population = builder.add(party).build();
        for (Policy policy : List.of(SHENFU, small)) {
            assertThat(Outcome.of(Kernel.of(policy).grade(population, TODAY), 0))
                    .isEqualTo(Outcome.of(Grader.grade(policy, party, TODAY)));
        }
    }

    @Test
    void recordsByTheirFieldsAreTheSameAsFacts() {
        PopulationBuilder builder = Population.builder(SHENFU);
        int penalty = builder.kind("penalty");
        builder.begin("P", null, null, null, null);
        String[] texts = new String[builder.fields(penalty).size()];
        texts[builder.fields(penalty).indexOf("severity")] = "serious";
        texts[builder.fields(penalty).indexOf("publishedUntil")] = "2027-01-01";
        builder.add(penalty, TODAY.minusDays(3).toEpochDay(), texts);
        builder.end();
        Party party = party(
                penalty(TODAY.minusDays(3).toString(), "a", "severity", "serious", "publishedUntil", "2027-01-01"));
        assertThat(builder.kind("unheard")).isEqualTo(-1);
        assertThat(Outcome.of(Kernel.of(SHENFU).grade(builder.build(), TODAY), 0))
                .isEqualTo(Outcome.of(Grader.grade(SHENFU, party, TODAY)));
    }

    @Test
    void aPopulationOfAnotherPolicyAndADayBeyondTheCalendarAreRefused() {
        Population population = population(policy(SMALL), party());
        assertThatThrownBy(() -> Kernel.of(SHENFU).grade(population, TODAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("shenfu-four-colour");
        assertThatThrownBy(() -> Kernel.of(policy(SMALL)).grade(population, LocalDate.of(2090, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2090-01-01");
    }

    @Test
    void aPartyThatIsNotEndedIsRefused() {
        PopulationBuilder builder = Population.builder(SHENFU);
        builder.begin("P", null, null, null, null);
        assertThatThrownBy(builder::build).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> builder.begin("Q", null, null, null, null)).isInstanceOf(IllegalStateException.class);
        builder.end();
        assertThatThrownBy(builder::end).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> builder.add(penalty("2026-01-01", "a"))).isInstanceOf(IllegalStateException.class);
    }

    private static Population population(Policy policy, Party... parties) {
        PopulationBuilder builder = Population.builder(policy);
        for (Party party : parties) {
            builder.add(party);
        }
        return builder.build();
    }
}
