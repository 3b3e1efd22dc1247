package org.sise.scoring.policy;

import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;

/**
 * A grade of a policy.
 *
 * @param rank 0 for the best, one more for each worse grade
 * @param colour the colour it stands for; null in schemes without colours
 */
public record GradeLevel(
        String id,
        int rank,
        Text label,
        @Nullable Grade colour,
        @Nullable Supervision supervision) {
    public boolean isWorseThan(GradeLevel other) {
        return rank > other.rank;
    }

    public GradeLevel worse(GradeLevel other) {
        return rank >= other.rank ? this : other;
    }
}
