package org.sise.scoring.evaluate;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.GradeLevel;

/**
 * An outcome with what the policy said of its party the day before.
 *
 * @param party the party's number among the parties evaluated
 * @param risk the score, its sign turned where a low score is the worse
 * @param region the party's district, null where it is not known
 * @param seen whether the party had any record before that day
 */
record Standing(
        Outcome outcome,
        int party,
        GradeLevel grade,
        long risk,
        @Nullable String region,
        boolean seen) {
    /** From the least to the greatest risk: by grade, and within a grade by score. */
    static final Comparator<Standing> BY_GRADE =
            Comparator.<Standing>comparingInt(standing -> standing.grade.rank()).thenComparingLong(Standing::risk);

    /** From the least to the greatest risk by score alone. */
    static final Comparator<Standing> BY_SCORE = Comparator.comparingLong(Standing::risk);

    /** From the least to the greatest risk by grade alone. */
    static final Comparator<Standing> BY_COLOUR = Comparator.comparingInt(standing -> standing.grade.rank());

    LocalDate date() {
        return outcome.date();
    }

    boolean bad() {
        return outcome.bad();
    }

    static int countBad(List<Standing> standings) {
        int bad = 0;
        for (Standing standing : standings) {
            bad += standing.bad() ? 1 : 0;
        }
        return bad;
    }

    /** The area under the curve of the outcomes in that order; null where it is not defined. */
    static @Nullable Auc auc(List<Standing> standings, Comparator<Standing> order) {
        List<Standing> sorted = standings.stream().sorted(order).toList();
        int[] rank = new int[sorted.size()];
        boolean[] bad = new boolean[rank.length];
        int[] cluster = new int[rank.length];
        Map<Integer, Integer> clusters = new HashMap<>();
        for (int i = 0; i < rank.length; i++) {
            Standing standing = sorted.get(i);
            boolean same = i > 0 && order.compare(sorted.get(i - 1), standing) == 0;
            rank[i] = i == 0 ? 0 : rank[i - 1] + (same ? 0 : 1);
            bad[i] = standing.bad();
            cluster[i] = clusters.computeIfAbsent(standing.party, party -> clusters.size());
        }
        return Auc.of(rank, bad, cluster);
    }
}
