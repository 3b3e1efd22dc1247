package org.sise.scoring.grade;

import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.Dimension;
import org.sise.scoring.policy.Points;

/**
 * A dimension's score.
 *
 * @param level the name of the band that holds it; null where the dimension has no levels
 */
public record DimensionScore(
        Dimension dimension, Points score, @Nullable String level) {}
