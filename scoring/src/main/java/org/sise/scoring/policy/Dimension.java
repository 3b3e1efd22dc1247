package org.sise.scoring.policy;

import org.jspecify.annotations.Nullable;

/**
 * A dimension of the judgement, such as credit or safety. Its score is the start plus its indicators, brought into
 * [least, most].
 *
 * @param weight its part in the party's score, 0 to 1000
 * @param most null: without limit
 * @param levels null where the decision needs none
 */
public record Dimension(
        String id,
        Text label,
        Points weight,
        Points start,
        Points least,
        @Nullable Points most,
        @Nullable Bands levels) {
    public Dimension {
        if (weight.milli() < 0 || weight.milli() > 1_000_000) {
            throw new IllegalArgumentException("a weight is between 0 and 1000: " + weight);
        }
        if (most != null && most.compareTo(least) <= 0) {
            throw new IllegalArgumentException(
                    "dimension %s: most %s is not above least %s".formatted(id, most, least));
        }
    }
}
