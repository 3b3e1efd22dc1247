package org.sise.graph.control;

import java.math.BigDecimal;
import java.util.List;

/**
 * What counts as control.
 *
 * @param threshold percent; control is more than this
 * @param nominees names of those who hold for others: chains end at them, and they control nothing
 * @param massBusinesses a holder in more businesses than this may be a mass holder
 * @param massMedian it is one when the median of its shares is below this percentage
 * @param massFrom a mass holder controls only what it holds more than this percentage of
 * @param paths how many paths an answer shows
 */
public record ControlRules(
        BigDecimal threshold,
        List<String> nominees,
        int massBusinesses,
        double massMedian,
        double massFrom,
        int paths) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** @throws IllegalArgumentException when the threshold is not from 0 to below 100 */
    public ControlRules {
        nominees = List.copyOf(nominees);
        if (threshold.signum() < 0 || threshold.compareTo(HUNDRED) >= 0) {
            throw new IllegalArgumentException(
                    "控制比例须为0至100 / a threshold is a percentage from 0 to below 100, not " + threshold);
        }
    }

    /** The same with another threshold. */
    public ControlRules withThreshold(BigDecimal other) {
        return new ControlRules(other, nominees, massBusinesses, massMedian, massFrom, paths);
    }
}
