package org.sise.core.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of renminbi in yuan, exact to the fen and not negative.
 *
 * @param amount the amount in yuan, two decimal places
 */
public record Yuan(BigDecimal amount) implements Comparable<Yuan> {

    private static final BigDecimal WAN = BigDecimal.valueOf(10_000);

    /** @throws IllegalArgumentException when the amount is negative or finer than a fen */
    public Yuan {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("金额不能为负 / an amount must not be negative: " + amount.toPlainString());
        }
        try {
            amount = amount.setScale(2, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("金额细于分 / an amount is finer than a fen: " + amount.toPlainString(), e);
        }
    }

    /** An amount given in 万元 (ten thousand yuan), the unit of the public penalty columns. */
    public static Yuan ofWan(BigDecimal wan) {
        return new Yuan(wan.multiply(WAN));
    }

    @Override
    public int compareTo(Yuan other) {
        return amount.compareTo(other.amount);
    }

    @Override
    public String toString() {
        return amount.toPlainString();
    }
}
