package org.sise.graph.relation;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Shares as whole numbers of 10<sup>-12</sup> percent, so that sums and comparisons are exact. Digits beyond the twelfth
 * decimal are rounded half to even.
 */
public final class Share {

    /** The share is not given. */
    public static final long UNKNOWN = -1;

    /** 100 percent. */
    public static final long WHOLE = 100_000_000_000_000L;

    private static final int DECIMALS = 12;

    private Share() {}

    /**
     * The share of a percentage.
     *
     * @throws IllegalArgumentException when it is negative or above 100
     */
    public static long ofPercent(BigDecimal percent) {
        if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new IllegalArgumentException("a share is a percentage from 0 to 100, not " + percent);
        }
        return percent.setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .unscaledValue()
                .longValueExact();
    }

    /** In percent, without trailing zeros. */
    public static BigDecimal percent(long share) {
        BigDecimal percent = BigDecimal.valueOf(share, DECIMALS).stripTrailingZeros();
        return percent.scale() < 0 ? percent.setScale(0) : percent;
    }

    /** As a part of one; a share that is not given counts for nothing. */
    public static double fraction(long share) {
        return share <= 0 ? 0 : (double) share / WHOLE;
    }

    /** The sum, no more than the greatest number there is; a share that is not given counts for nothing. */
    public static long plus(long sum, long share) {
        if (share <= 0) {
            return sum;
        }
        return sum > Long.MAX_VALUE - share ? Long.MAX_VALUE : sum + share;
    }
}
