package org.sise.scoring.whatif;

import org.jspecify.annotations.Nullable;

/**
 * Which movers are wanted; a null part takes all.
 *
 * @param from the first side's rank, or {@link Side#NOT_APPLICABLE}
 * @param to the second side's rank, or {@link Side#NOT_APPLICABLE}
 * @param industry a section's letter or leading digits of a code
 * @param region a region's code or its leading digits
 */
public record MoverFilter(
        @Nullable Integer from,
        @Nullable Integer to,
        @Nullable Direction direction,
        @Nullable String industry,
        @Nullable String region) {
    /** Every mover. */
    public static final MoverFilter ALL = new MoverFilter(null, null, null, null, null);
}
