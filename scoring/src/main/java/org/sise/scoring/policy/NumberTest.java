package org.sise.scoring.policy;

import org.jspecify.annotations.Nullable;

/**
 * A test of a number. A number that is not known passes none but {@code known: false}.
 *
 * @param atLeast inclusive
 * @param atMost inclusive
 * @param above exclusive
 * @param below exclusive
 * @param known whether it must be known, or must not
 */
public record NumberTest(
        @Nullable Points atLeast,
        @Nullable Points atMost,
        @Nullable Points above,
        @Nullable Points below,
        @Nullable Boolean known) {
    public NumberTest {
        if (atLeast == null && atMost == null && above == null && below == null && known == null) {
            throw new IllegalArgumentException("a test without a bound");
        }
        if (Boolean.FALSE.equals(known) && (atLeast != null || atMost != null || above != null || below != null)) {
            throw new IllegalArgumentException("a number that is not known has no bounds");
        }
    }

    /** @param milli thousandths, or {@link FixedPoint#MISSING} */
    public boolean holds(long milli) {
        if (milli == FixedPoint.MISSING) {
            return Boolean.FALSE.equals(known);
        }
        return !Boolean.FALSE.equals(known)
                && (atLeast == null || milli >= atLeast.milli())
                && (atMost == null || milli <= atMost.milli())
                && (above == null || milli > above.milli())
                && (below == null || milli < below.milli());
    }
}
