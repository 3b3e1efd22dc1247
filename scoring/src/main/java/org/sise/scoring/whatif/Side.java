package org.sise.scoring.whatif;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.grade.Graded;
import org.sise.scoring.grade.Grader;
import org.sise.scoring.grade.Party;
import org.sise.scoring.policy.GradeLevel;
import org.sise.scoring.policy.Policy;

/**
 * A population graded by one policy as of one day, whatever engine graded it. The arrays are not copied and must not be
 * changed.
 *
 * @param ranks each party's grade by its rank, or {@link #NOT_APPLICABLE}
 * @param scores each party's score in thousandths; 0 where the policy is not applicable
 */
public record Side(Policy policy, LocalDate asOf, byte[] ranks, long[] scores) {
    /** Stands for a grade where the policy is not for the party. */
    public static final byte NOT_APPLICABLE = -1;

    public Side {
        if (ranks.length != scores.length) {
            throw new IllegalArgumentException(
                    "grades and scores of unlike populations: %d, %d".formatted(ranks.length, scores.length));
        }
    }

    /** The population graded by the interpreter. */
    public static Side interpreted(Grader grader, LocalDate asOf, List<Party> population) {
        Filling filling = new Filling(grader, asOf, population.size());
        for (Party party : population) {
            filling.add(party);
        }
        return filling.side();
    }

    public int size() {
        return ranks.length;
    }

    /** The grade of a party, or null where the policy is not for it. */
    public @Nullable GradeLevel grade(int party) {
        return ranks[party] == NOT_APPLICABLE ? null : policy.grades().get(ranks[party]);
    }

    /** A side that the interpreter fills party by party. */
    public static final class Filling {
        private final Grader grader;
        private final LocalDate asOf;
        private byte[] ranks;
        private long[] scores;
        private int size;

        /** @param expected about how many parties will come */
        public Filling(Grader grader, LocalDate asOf, int expected) {
            this.grader = grader;
            this.asOf = asOf;
            this.ranks = new byte[Math.max(16, expected)];
            this.scores = new long[ranks.length];
        }

        /** Grades the next party. */
        public void add(Party party) {
            if (size == ranks.length) {
                ranks = Arrays.copyOf(ranks, size * 2);
                scores = Arrays.copyOf(scores, size * 2);
            }
            switch (grader.grade(party, asOf)) {
                case Graded.NotApplicable ignored -> ranks[size] = NOT_APPLICABLE;
                case Graded.Result result -> {
                    ranks[size] = (byte) result.grade().rank();
                    scores[size] = result.score().milli();
                }
            }
            size++;
        }

        public Side side() {
            return new Side(grader.policy(), asOf, Arrays.copyOf(ranks, size), Arrays.copyOf(scores, size));
        }
    }
}
