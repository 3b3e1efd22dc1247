package org.sise.scoring.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A number of points, a weight or a factor: an exact decimal with three places, held in thousandths.
 *
 * @param milli the thousandths of a point
 */
public record Points(long milli) implements Comparable<Points> {
    public static final Points ZERO = new Points(0);
    public static final Points ONE = new Points(1000);

    /**
     * The points written as a plain decimal such as {@code 12.5}.
     *
     * @throws ArithmeticException if it has more than three places or is too large
     * @throws NumberFormatException if it is no number
     */
    public static Points of(String decimal) {
        return of(new BigDecimal(decimal));
    }

    /** @throws ArithmeticException if it has more than three places or is too large */
    public static Points of(BigDecimal decimal) {
        return new Points(
                decimal.setScale(3, RoundingMode.UNNECESSARY).unscaledValue().longValueExact());
    }

    public static Points of(long whole) {
        return new Points(Math.multiplyExact(whole, 1000L));
    }

    /** The exact value without trailing zeros. */
    public BigDecimal toBigDecimal() {
        BigDecimal stripped = BigDecimal.valueOf(milli, 3).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }

    @Override
    public int compareTo(Points other) {
        return Long.compare(milli, other.milli);
    }

    /** The plain decimal without trailing zeros and without an exponent. */
    @Override
    public String toString() {
        return toBigDecimal().toPlainString();
    }
}
