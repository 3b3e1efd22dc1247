package org.sise.supervision.effect;

import org.jspecify.annotations.Nullable;

/**
 * How often checks of a group found a problem.
 *
 * @param dimension what groups them
 * @param key the group: a colour, a plan's id, a selection or a kind; empty where the checks have none
 * @param rate the rate
 * @param beyond by how much it exceeds that of the random share; null for that share itself, and where one has no checks
 */
public record FindingRate(Dimension dimension, String key, Rate rate, Rate.@Nullable Difference beyond) {

    /** What groups checks. */
    public enum Dimension {
        /** The business's colour when the officers came. */
        COLOUR,
        /** The plan. */
        PLAN,
        /** How the business was chosen under a plan. */
        SELECTION,
        /** The kind of check. */
        KIND
    }
}
