package org.sise.supervision.draw;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A part of the object pool with its own ratio.
 *
 * @param stratum its name, usually a colour
 * @param ratio the share to be drawn, 0 to 1, published with exactly its digits
 */
public record PlannedStratum(String stratum, BigDecimal ratio) {
    /** Checks itself. */
    public PlannedStratum {
        DrawText.require(stratum, "stratum");
        if (ratio.signum() < 0 || ratio.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("A ratio is 0 to 1, not " + ratio);
        }
    }

    /** How many of {@code size} objects are drawn: the ceiling of ratio × size in exact decimals. */
    public int take(int size) {
        return ratio.multiply(BigDecimal.valueOf(size))
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
    }
}
