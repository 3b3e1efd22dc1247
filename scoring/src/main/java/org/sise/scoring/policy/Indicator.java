package org.sise.scoring.policy;

import org.jspecify.annotations.Nullable;

/**
 * One indicator: each record it matches gives points × weight × age factor, rounded half up to a thousandth, times its
 * quantity, and capped; the measure makes one number of them, which is capped in turn and added to its dimension.
 *
 * @param dimension null: it only feeds figures
 * @param points what one record gives, between -10 000 and 10 000; negative points make the score better
 * @param recordCap the most one record gives, either way
 * @param cap the most the indicator gives, either way
 */
public record Indicator(
        String id,
        @Nullable String dimension,
        Match match,
        Measure measure,
        Points points,
        @Nullable Weights weights,
        @Nullable Quantity quantity,
        AgeBands age,
        @Nullable Exemption exempt,
        @Nullable Points recordCap,
        @Nullable GroupCap groupCap,
        @Nullable Points cap,
        Absence absent,
        String basis,
        Says says,
        Provenance provenance) {
    public Indicator {
        if (Math.abs(points.milli()) > 10_000_000) {
            throw new IllegalArgumentException("points are between -10000 and 10000: " + points);
        }
        if ((recordCap != null && recordCap.milli() <= 0) || (cap != null && cap.milli() <= 0)) {
            throw new IllegalArgumentException("a cap is more than 0");
        }
        if (basis.isBlank()) {
            throw new IllegalArgumentException("indicator " + id + " names no legal basis");
        }
    }
}
