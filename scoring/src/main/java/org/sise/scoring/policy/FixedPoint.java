package org.sise.scoring.policy;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Arithmetic of the language on thousandths: exact products, rounded half up (away from zero), saturating at
 * {@link #LIMIT}.
 */
public final class FixedPoint {
    /** The largest contribution of one record, in thousandths of a point: a thousand million points. */
    public static final long LIMIT = 1_000_000_000_000L;

    /** What {@link #parse} answers for a text that is no number. */
    public static final long MISSING = Long.MIN_VALUE;

    private FixedPoint() {}

    /** The product of two numbers of thousandths, in thousandths. */
    public static long product(long a, long b) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        if (high != low >> 63) {
            return high < 0 ? -LIMIT : LIMIT;
        }
        return clamp(roundedThousandth(low), LIMIT);
    }

    /** The exact product of three numbers of thousandths, rounded once to thousandths. */
    public static long product(long points, long weight, long factor) {
        if (factor == 1000) {
            return product(points, weight);
        }
        if (weight == 1000) {
            return product(points, factor);
        }
        long scale = Math.multiplyExact(weight, factor);
        long high = Math.multiplyHigh(points, scale);
        long low = points * scale;
        if (high != low >> 63) {
            return high < 0 ? -LIMIT : LIMIT;
        }
        long half = low < 0 ? -500_000 : 500_000;
        return clamp((low + half) / 1_000_000, LIMIT);
    }

    /** How often the unit goes into the value, all in thousandths, rounded half up. The unit is more than 0. */
    public static long quotient(long value, long unit) {
        long whole = value / unit;
        if (Math.abs(whole) > LIMIT / 1000) {
            return whole < 0 ? -LIMIT : LIMIT;
        }
        // The rest is less than the unit, which the language bounds to a thousand million points.
        long rest = Math.abs(value % unit) * 1000;
        long thousandths = (rest + unit / 2) / unit;
        return whole * 1000 + (value < 0 ? -thousandths : thousandths);
    }

    /** The value times a share of a whole, all in thousandths, rounded half up; the whole is more than 0, the share within it. */
    public static long scaled(long value, long share, long whole) {
        return BigInteger.valueOf(value)
                .multiply(BigInteger.valueOf(share))
                .shiftLeft(1)
                .add(BigInteger.valueOf(value < 0 ? -whole : whole))
                .divide(BigInteger.valueOf(whole).shiftLeft(1))
                .longValueExact();
    }

    /** The value brought into [-bound, bound]. */
    public static long clamp(long value, long bound) {
        return Math.clamp(value, -bound, bound);
    }

    /**
     * A plain decimal such as {@code -12.5} in thousandths, further places rounded half up, saturating at a million
     * million; {@link #MISSING} for null or anything that is no plain decimal.
     */
    public static long parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return MISSING;
        }
        int at = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
        long value = 0;
        int places = -1;
        boolean digits = false;
        boolean up = false;
        for (int i = at; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && places < 0) {
                places = 0;
            } else if (c >= '0' && c <= '9') {
                digits = true;
                if (places < 3) {
                    value = Math.min(value * 10 + (c - '0'), LIMIT * 1000);
                } else if (places == 3) {
                    up = c >= '5';
                }
                places = places < 0 ? places : places + 1;
            } else {
                return MISSING;
            }
        }
        if (!digits) {
            return MISSING;
        }
        for (int i = Math.max(places, 0); i < 3; i++) {
            value *= 10;
        }
        value = Math.min(value + (up ? 1 : 0), LIMIT * 1000);
        return text.charAt(0) == '-' ? -value : value;
    }

    private static long roundedThousandth(long value) {
        long half = value < 0 ? -500 : 500;
        return (value + half) / 1000;
    }
}
