package org.sise.supervision.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How many pure random checks a plan has. They come on top of the places of the strata by colour.
 *
 * @param share of those places, 0 to 1
 * @param ratio the share drawn of those set aside, above 0 and at most 1
 */
public record AnyShare(BigDecimal share, BigDecimal ratio) {

    /** None at all, as in plans that were made without them. */
    public static final AnyShare NONE = new AnyShare(BigDecimal.ZERO, BigDecimal.ONE);

    /** Trailing zeros of both are lost. */
    public AnyShare {
        if (ratio.signum() <= 0 || ratio.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("a ratio of those set aside is above 0 and at most 1, not " + ratio);
        }
        share = share.stripTrailingZeros();
        ratio = ratio.stripTrailingZeros();
    }

    /** A share with the ratio of the rules. */
    public static AnyShare of(BigDecimal share) {
        return new AnyShare(share, PlanRules.standard().anyRatio());
    }

    /** With what a new plan begins. */
    public static AnyShare standard() {
        return of(PlanRules.standard().anyShare());
    }

    /** Whether a number is a share at all. */
    static boolean isShare(BigDecimal number) {
        return number.signum() >= 0 && number.compareTo(BigDecimal.ONE) <= 0;
    }

    /** Whether there is any. */
    boolean isKept() {
        return share.signum() > 0;
    }

    /** How many businesses are set aside where the strata by colour have so many places. */
    long setAside(long places) {
        return share.multiply(BigDecimal.valueOf(places))
                .divide(ratio, 0, RoundingMode.CEILING)
                .longValueExact();
    }
}
