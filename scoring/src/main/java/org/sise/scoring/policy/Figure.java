package org.sise.scoring.policy;

import org.jspecify.annotations.Nullable;

/**
 * A number derived from indicators, dimensions and other figures, such as a ratio or a percentile.
 *
 * @param dimension the dimension that it is added to; null: it only feeds other figures and the decision
 * @param basis the legal basis; null only without a dimension
 */
public record Figure(
        String id,
        Text label,
        @Nullable String dimension,
        Formula formula,
        Missing missing,
        @Nullable String basis) {
    /** What the figure is when a number it needs is not known. */
    public sealed interface Missing {
        /** The figure is not known either. */
        record Unknown() implements Missing {}

        /** Numbers that are not known are left out; with none left the figure is not known. */
        record Skip() implements Missing {}

        /** The figure is this number. */
        record Is(Points value) implements Missing {}
    }

    public Figure {
        if (dimension != null && (basis == null || basis.isBlank())) {
            throw new IllegalArgumentException("figure " + id + " adds to a score and names no legal basis");
        }
        if (missing instanceof Missing.Skip && !formula.canSkip()) {
            throw new IllegalArgumentException("figure " + id + " cannot skip what is not known");
        }
    }
}
