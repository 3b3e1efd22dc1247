package org.sise.supervision.effect;

import org.jspecify.annotations.Nullable;

/**
 * A share of checks with its interval by Wilson (1927) at 95 %. Of no checks nothing is known: 0 to 1.
 *
 * @param found how many
 * @param of of how many
 * @param share 0 to 1; 0 of none
 * @param low the interval's lower end
 * @param high the interval's upper end
 */
public record Rate(long found, long of, double share, double low, double high) {

    /** The quantile of the normal distribution for a two-sided 95 %. */
    private static final double Z = 1.959963984540054;

    /**
     * The rate of counts.
     *
     * @throws IllegalArgumentException when there are more than all, or less than none
     */
    public static Rate of(long found, long of) {
        if (found < 0 || found > of) {
            throw new IllegalArgumentException("%d of %d is no share".formatted(found, of));
        }
        if (of == 0) {
            return new Rate(0, 0, 0, 0, 1);
        }
        double share = (double) found / of;
        double square = Z * Z / of;
        double middle = share + square / 2;
        double half = Z * Math.sqrt(share * (1 - share) / of + square / (4 * of));
        double low = found == 0 ? 0 : (middle - half) / (1 + square);
        double high = found == of ? 1 : (middle + half) / (1 + square);
        return new Rate(found, of, share, low, high);
    }

    /**
     * By how much this rate exceeds another, with the interval of Newcombe (1998), method 10. Null where one of them has no
     * checks.
     */
    public @Nullable Difference minus(Rate other) {
        if (of == 0 || other.of == 0) {
            return null;
        }
        double difference = share - other.share;
        double down = Math.hypot(share - low, other.high - other.share);
        double up = Math.hypot(high - share, other.share - other.low);
        return new Difference(difference, difference - down, difference + up);
    }

    /**
     * A difference of rates.
     *
     * @param value −1 to 1
     * @param low the interval's lower end
     * @param high the interval's upper end
     */
    public record Difference(double value, double low, double high) {

        /** Whether the interval leaves out that there is no difference. */
        public boolean isSure() {
            return low > 0 || high < 0;
        }
    }
}
