package org.sise.supervision.draw;

/**
 * A check item of a plan.
 *
 * @param item its code, unique in the plan
 * @param mandatory whether every drawn object is checked for it; otherwise it is drawn per object
 */
public record CheckItem(String item, boolean mandatory) {
    /** Checks itself. */
    public CheckItem {
        DrawText.require(item, "item");
    }
}
