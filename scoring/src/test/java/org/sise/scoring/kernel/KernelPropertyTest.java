package org.sise.scoring.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.sise.scoring.figure.Figures;
import org.sise.scoring.grade.Fact;
import org.sise.scoring.grade.FactState;
import org.sise.scoring.grade.Grader;
import org.sise.scoring.grade.Party;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.random.Monotone;
import org.sise.scoring.random.Outcome;
import org.sise.scoring.random.RandomParties;
import org.sise.scoring.random.RandomPolicies;

/** Both engines on random policies and random populations. */
class KernelPropertyTest {
    @Property(tries = 200)
    void theKernelGradesAsTheInterpreterDoes(@ForAll long seed) {
        Random random = new Random(seed);
        List<Policy> policies = List.of(RandomPolicies.next(random), RandomPolicies.next(random));
        LocalDate asOf = RandomParties.day(random);
        List<Party> parties = RandomParties.next(random, asOf, 50);
        Population population = population(policies, parties);
        for (Policy policy : policies) {
            for (LocalDate day : List.of(asOf, asOf.minusMonths(6))) {
                Grader grader = Grader.of(policy).among(parties, day);
                Grades kept = Kernel.of(policy).grade(population, day, 1, true);
                Grades bare = Kernel.of(policy).grade(population, day, 1, false);
                for (int p = 0; p < parties.size(); p++) {
                    Outcome interpreted = Outcome.of(grader.grade(parties.get(p), day));
                    assertThat(Outcome.of(kept, p))
                            .as("%s as of %s, seed %s", parties.get(p), day, seed)
                            .isEqualTo(interpreted);
                    assertThat(Outcome.of(bare, p)).isEqualTo(interpreted);
                }
            }
        }
    }

    @Property(tries = 50)
    void theOrderOfRecordsNeverMatters(@ForAll long seed) {
        Random random = new Random(seed);
        Policy policy = RandomPolicies.next(random);
        LocalDate asOf = RandomParties.day(random);
        List<Party> parties = RandomParties.next(random, asOf, 50);
        List<Party> shuffled = parties.stream()
                .map(party -> {
                    List<Fact> facts = new ArrayList<>(party.facts());
                    Collections.shuffle(facts, random);
                    return with(party, facts);
                })
                .toList();
        assertThat(interpreted(policy, shuffled, asOf)).isEqualTo(interpreted(policy, parties, asOf));
        assertThat(compiled(policy, shuffled, asOf)).isEqualTo(compiled(policy, parties, asOf));
    }

    @Property(tries = 50)
    void aRepairedRecordEqualsItsAbsence(@ForAll long seed) {
        Random random = new Random(seed);
        Policy policy = RandomPolicies.next(random);
        LocalDate asOf = RandomParties.day(random);
        List<Party> parties = RandomParties.next(random, asOf, 50);
        List<Party> more = parties.stream()
                .map(party -> {
                    Fact fact = RandomParties.record(random, "fine", asOf);
                    return with(
                            party,
                            and(party.facts(), new Fact("fine", fact.date(), FactState.REPAIRED, "R", fact.fields())));
                })
                .toList();
        assertThat(interpreted(policy, more, asOf)).isEqualTo(interpreted(policy, parties, asOf));
        assertThat(compiled(policy, more, asOf)).isEqualTo(compiled(policy, parties, asOf));
    }

    @Property(tries = 100)
    void aFurtherPenaltyNeverImprovesAGradeWhereThePolicyIsMonotone(@ForAll long seed) {
        Random random = new Random(seed);
        Policy policy = Monotone.next(random, "fine");
        LocalDate asOf = RandomParties.day(random);
        List<Party> parties = RandomParties.next(random, asOf, 50);
        List<Party> more = parties.stream()
                .map(party -> with(party, and(party.facts(), RandomParties.record(random, "fine", asOf))))
                .toList();
        List<Outcome> before = compiled(policy, parties, asOf);
        List<Outcome> after = compiled(policy, more, asOf);
        assertThat(after).isEqualTo(interpreted(policy, more, asOf));
        for (int p = 0; p < before.size(); p++) {
            assertThat(after.get(p).rank())
                    .as("%s, seed %s", more.get(p), seed)
                    .isGreaterThanOrEqualTo(before.get(p).rank());
            assertThat(after.get(p).score())
                    .isGreaterThanOrEqualTo(before.get(p).score());
        }
    }

    @Property(tries = 50)
    void splittingAPopulationNeverChangesAGradeWithoutPercentiles(@ForAll long seed) {
        Random random = new Random(seed);
        Policy policy = RandomPolicies.next(random);
        while (Figures.of(policy).needsPeers()) {
            policy = RandomPolicies.next(random);
        }
        LocalDate asOf = RandomParties.day(random);
        List<Party> parties = RandomParties.next(random, asOf, 60);
        int cut = random.nextInt(61);
        List<Outcome> parts = new ArrayList<>(compiled(policy, parties.subList(0, cut), asOf));
        parts.addAll(compiled(policy, parties.subList(cut, 60), asOf));
        assertThat(parts).isEqualTo(compiled(policy, parties, asOf));
    }

    private static List<Outcome> compiled(Policy policy, List<Party> parties, LocalDate asOf) {
        Grades grades = Kernel.of(policy).grade(population(List.of(policy), parties), asOf);
        List<Outcome> outcomes = new ArrayList<>();
        for (int p = 0; p < parties.size(); p++) {
            outcomes.add(Outcome.of(grades, p));
        }
        return outcomes;
    }

    private static List<Outcome> interpreted(Policy policy, List<Party> parties, LocalDate asOf) {
        Grader grader = Grader.of(policy).among(parties, asOf);
        return parties.stream()
                .map(party -> Outcome.of(grader.grade(party, asOf)))
                .toList();
    }

    private static Population population(List<Policy> policies, List<Party> parties) {
        PopulationBuilder builder = Population.builder(policies);
        parties.forEach(builder::add);
        return builder.build();
    }

    private static Party with(Party party, List<Fact> facts) {
        return new Party(party.id(), party.industry(), party.region(), party.registeredOn(), facts, party.previous());
    }

    private static List<Fact> and(List<Fact> facts, Fact further) {
        List<Fact> more = new ArrayList<>(facts);
        more.add(further);
        return more;
    }
}
