package org.sise.scoring.policy;

import org.jspecify.annotations.Nullable;

/**
 * A number of a fact, such as an amount or a severity, by which its points are multiplied.
 *
 * @param field the field that holds it
 * @param unit how much of the field makes 1, such as 10 000 yuan; more than 0
 * @param missing the number taken for a fact without that field, already in units
 * @param plus a number by the text of another field that is added, in units; null: none
 */
public record Quantity(
        String field, Points unit, Points missing, @Nullable Weights plus) {
    public Quantity {
        if (unit.milli() <= 0) {
            throw new IllegalArgumentException("the unit must be more than 0: " + unit);
        }
    }

    /**
     * The number in thousandths.
     *
     * @param text the text of {@link #field}
     * @param plusText the text of the field of {@link #plus}
     */
    public long of(@Nullable String text, @Nullable String plusText) {
        long value = FixedPoint.parse(text);
        long number = value == FixedPoint.MISSING ? missing.milli() : FixedPoint.quotient(value, unit.milli());
        return plus == null ? number : number + plus.of(plusText).milli();
    }
}
