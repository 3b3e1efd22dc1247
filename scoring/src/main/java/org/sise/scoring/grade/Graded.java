package org.sise.scoring.grade;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;
import org.sise.scoring.policy.GradeLevel;
import org.sise.scoring.policy.Points;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.policy.Text;

/** What a policy says about a party as of a date. */
public sealed interface Graded {
    Policy policy();

    /** The party's id. */
    String party();

    LocalDate asOf();

    /** The policy is not for this party. */
    record NotApplicable(Policy policy, String party, LocalDate asOf, Text reason) implements Graded {}

    /**
     * A grade with its reasons.
     *
     * @param score the weighted sum of the dimensions; orders parties within a grade as {@link Policy#order()} says
     * @param base the grade by the decision alone
     * @param rulings the rules that applied: vetoes, floors and their like, then those that moved the grade by the score
     * @param decisive the ruling that led to the final grade; null where the score alone decides
     * @param peers the digest of the population that percentiles were taken from; null where there are none
     * @param previous the grade so far that {@code steadiness} looked at; null where the policy has none
     * @param unknown the indicators without any record whose absence tells nothing
     */
    record Result(
            Policy policy,
            String party,
            LocalDate asOf,
            GradeLevel grade,
            Points score,
            List<DimensionScore> dimensions,
            List<FigureValue> figures,
            List<Contribution> contributions,
            List<Weightless> weightless,
            List<String> unknown,
            GradeLevel base,
            List<Ruling> rulings,
            @Nullable Ruling decisive,
            @Nullable String peers,
            @Nullable Previous previous)
            implements Graded {

        /** The grade's colour; null in a scheme without colours. */
        public @Nullable Grade colour() {
            return grade.colour();
        }

        /** The records that gave points or set off a rule, oldest first, each once. */
        public List<Fact> used() {
            Set<Fact> seen = Collections.newSetFromMap(new IdentityHashMap<>());
            List<Fact> used = new ArrayList<>();
            for (Contribution contribution : contributions) {
                if (contribution.fact() != null && seen.add(contribution.fact())) {
                    used.add(contribution.fact());
                }
            }
            for (Ruling ruling : rulings) {
                for (Fact fact : ruling.facts()) {
                    if (seen.add(fact)) {
                        used.add(fact);
                    }
                }
            }
            used.sort(Fact.CANONICAL);
            return used;
        }
    }
}
