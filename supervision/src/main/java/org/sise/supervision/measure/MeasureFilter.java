package org.sise.supervision.measure;

import org.jspecify.annotations.Nullable;

/**
 * Which measures are asked for; what is null does not restrict.
 *
 * @param kind burden or favour
 * @param state where they stand
 * @param category the kind of measure
 * @param department who carries them out
 * @param business a credit code
 */
public record MeasureFilter(
        @Nullable MeasureKind kind,
        @Nullable MeasureState state,
        @Nullable String category,
        @Nullable String department,
        @Nullable String business) {

    /** All measures. */
    public static final MeasureFilter ALL = new MeasureFilter(null, null, null, null, null);
}
