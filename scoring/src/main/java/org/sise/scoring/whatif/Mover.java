package org.sise.scoring.whatif;

import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.GradeLevel;
import org.sise.scoring.policy.Points;

/**
 * A party that moves.
 *
 * @param party its number in the population, from 0
 * @param from the first side's grade; null where that policy is not for it
 * @param to the second side's grade; null where that policy is not for it
 * @param scoreFrom null without a grade
 * @param scoreTo null without a grade
 * @param industry empty where not known
 * @param region empty where not known
 */
public record Mover(
        int party,
        Direction direction,
        @Nullable GradeLevel from,
        @Nullable GradeLevel to,
        @Nullable Points scoreFrom,
        @Nullable Points scoreTo,
        String industry,
        String region) {}
