package org.sise.scoring.whatif;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.grade.Graded;
import org.sise.scoring.grade.Grader;
import org.sise.scoring.grade.Party;
import org.sise.scoring.kernel.Grades;
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

    private static final int PIECE = 1024;

    public Side {
        if (ranks.length != scores.length) {
            throw new IllegalArgumentException(
                    "grades and scores of unlike populations: %d, %d".formatted(ranks.length, scores.length));
        }
    }

    /** The population graded by the kernel. */
    public static Side of(Grades grades) {
        byte[] ranks = new byte[grades.size()];
        long[] scores = new long[ranks.length];
        for (int party = 0; party < ranks.length; party++) {
            ranks[party] = (byte) grades.rank(party);
            scores[party] = grades.score(party);
        }
        return new Side(grades.policy(), grades.asOf(), ranks, scores);
    }

    /** The population graded by the interpreter, on all processors. */
    public static Side interpreted(Grader grader, LocalDate asOf, List<Party> population) {
        return interpreted(grader, asOf, population.size(), population::get);
    }

    /**
     * The population graded by the interpreter, on all processors.
     *
     * @param size how many parties there are
     * @param parties gives the party of a number from 0; may be called by several threads at once
     */
    public static Side interpreted(Grader grader, LocalDate asOf, int size, IntFunction<Party> parties) {
        byte[] ranks = new byte[size];
        long[] scores = new long[size];
        IntStream.range(0, (size + PIECE - 1) / PIECE).parallel().forEach(piece -> {
            for (int party = piece * PIECE; party < Math.min(size, (piece + 1) * PIECE); party++) {
                switch (grader.grade(parties.apply(party), asOf)) {
                    case Graded.NotApplicable ignored -> ranks[party] = NOT_APPLICABLE;
                    case Graded.Result result -> {
                        ranks[party] = (byte) result.grade().rank();
                        scores[party] = result.score().milli();
                    }
                }
            }
        });
        return new Side(grader.policy(), asOf, ranks, scores);
    }

    public int size() {
        return ranks.length;
    }

    /** The grade of a party, or null where the policy is not for it. */
    public @Nullable GradeLevel grade(int party) {
        return ranks[party] == NOT_APPLICABLE ? null : policy.grades().get(ranks[party]);
    }

    /** Takes up the grades of one party after the other. */
    public static final class Builder {
        private final Policy policy;
        private final LocalDate asOf;
        private byte[] ranks = new byte[PIECE];
        private long[] scores = new long[PIECE];
        private int size;

        public Builder(Policy policy, LocalDate asOf) {
            this.policy = policy;
            this.asOf = asOf;
        }

        /** Adds the next party's grade, which the side's policy gave as of the side's day. */
        public void add(Graded graded) {
            if (size == ranks.length) {
                ranks = Arrays.copyOf(ranks, size * 2);
                scores = Arrays.copyOf(scores, size * 2);
            }
            switch (graded) {
                case Graded.NotApplicable ignored -> ranks[size] = NOT_APPLICABLE;
                case Graded.Result result -> {
                    ranks[size] = (byte) result.grade().rank();
                    scores[size] = result.score().milli();
                }
            }
            size++;
        }

        public Side build() {
            return new Side(policy, asOf, Arrays.copyOf(ranks, size), Arrays.copyOf(scores, size));
        }
    }
}
