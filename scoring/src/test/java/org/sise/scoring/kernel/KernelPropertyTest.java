package org.sise.scoring.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.sise.scoring.grade.Contribution;
import org.sise.scoring.grade.Graded;
import org.sise.scoring.grade.Grader;
import org.sise.scoring.grade.Party;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.random.RandomParties;
import org.sise.scoring.random.RandomPolicies;

class KernelPropertyTest {
    @Property(tries = 300)
    void theKernelGradesAsTheInterpreterDoes(@ForAll long seed) {
        Random random = new Random(seed);
        List<Policy> policies = List.of(RandomPolicies.next(random), RandomPolicies.next(random));
        LocalDate asOf = RandomParties.day(random);
        List<Party> parties = RandomParties.next(random, asOf, 60);
        PopulationBuilder builder = Population.builder(policies);
        parties.forEach(builder::add);
        Population population = builder.build();
        for (Policy policy : policies) {
            Grades grades = Kernel.of(policy).grade(population, asOf);
            Grader grader = Grader.of(policy);
            for (int p = 0; p < parties.size(); p++) {
                assertThat(ofKernel(grades, p))
                        .as("%s of seed %s", parties.get(p), seed)
                        .isEqualTo(ofInterpreter(grader.grade(parties.get(p), asOf)));
            }
        }
    }

    /** Grade, score, deciding rule, contributions and dimensions in one text. */
    private static String ofKernel(Grades grades, int p) {
        if (grades.rank(p) < 0) {
            return "not applicable";
        }
        return text(grades.rank(p), grades.score(p), grades.rule(p), grades.contributions(p), grades.dimensions(p));
    }

    private static String ofInterpreter(Graded graded) {
        return switch (graded) {
            case Graded.NotApplicable ignored -> "not applicable";
            case Graded.Result result -> {
                Policy policy = result.policy();
                long[] contributions = policy.indicators().stream()
                        .mapToLong(indicator -> given(result, indicator.id()))
                        .toArray();
                long[] dimensions = result.dimensions().stream()
                        .mapToLong(score -> score.score().milli())
                        .toArray();
                int rule = result.decisive() == null
                        ? -1
                        : policy.rules().indexOf(result.decisive().rule());
                yield text(result.grade().rank(), result.score().milli(), rule, contributions, dimensions);
            }
        };
    }

    private static long given(Graded.Result result, String indicator) {
        return result.contributions().stream()
                .filter(one -> one.rule().equals(indicator))
                .filter(one -> one.type() != Contribution.Type.START && one.type() != Contribution.Type.LIMIT)
                .mapToLong(one -> one.points().milli())
                .sum();
    }

    private static String text(int rank, long score, int rule, long[] contributions, long[] dimensions) {
        return "grade %d, score %d, rule %d, contributions %s, dimensions %s"
                .formatted(
                        rank,
                        score,
                        rule,
                        java.util.Arrays.toString(contributions),
                        java.util.Arrays.toString(dimensions));
    }
}
