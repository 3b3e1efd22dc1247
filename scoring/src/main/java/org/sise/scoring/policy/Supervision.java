package org.sise.scoring.policy;

import java.math.BigDecimal;

/**
 * How often the businesses of a grade are inspected.
 *
 * @param least the least share drawn a year, in percent
 * @param most the largest share drawn a year, in percent
 * @param planned the share that a plan proposes, in percent, between the two
 * @param interval how often one business is visited, in words
 */
public record Supervision(BigDecimal least, BigDecimal most, BigDecimal planned, Text interval, Provenance provenance) {
    public Supervision {
        if (least.signum() < 0
                || most.compareTo(BigDecimal.valueOf(100)) > 0
                || planned.compareTo(least) < 0
                || planned.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "a ratio needs 0 ≤ least ≤ planned ≤ most ≤ 100: %s, %s, %s".formatted(least, planned, most));
        }
    }
}
