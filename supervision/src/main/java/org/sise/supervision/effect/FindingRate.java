package org.sise.supervision.effect;

import org.jspecify.annotations.Nullable;

/**
 * How often checks of a group found a problem.
 *
 * @param dimension what groups them
 * @param key the group: a colour, a plan's id, a selection or a kind; empty where the checks have none
 * @param rate the rate
 * @param beyond by how much it exceeds that of the yardstick; null for the yardstick itself, and where one has no checks
 */
public record FindingRate(Dimension dimension, String key, Rate rate, Rate.@Nullable Difference beyond) {

    /** The same held against a yardstick. */
    FindingRate against(Rate yardstick) {
        return new FindingRate(dimension, key, rate, rate.minus(yardstick));
    }

    /** What groups checks. */
    public enum Dimension {
        /** The business's colour when the officers came. */
        COLOUR,
        /** The business's colour when the officers came, in pure random checks alone: how well colours tell who has problems. */
        PURE,
        /** The plan. */
        PLAN,
        /** How the business was chosen under a plan. */
        SELECTION,
        /** The kind of check. */
        KIND
    }
}
