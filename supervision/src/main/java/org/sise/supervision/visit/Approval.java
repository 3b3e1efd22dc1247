package org.sise.supervision.visit;

import org.jspecify.annotations.Nullable;

/**
 * What came of asking for approval.
 *
 * @param visit the visit that the task became a part of; null where the cap, the colour or a mode stopped it
 * @param merged whether the visit was there already
 * @param verdict the yearly count and the cap
 */
public record Approval(@Nullable Visit visit, boolean merged, CapPolicy.Verdict verdict) {

    /** Whether the task was approved. */
    public boolean isApproved() {
        return visit != null;
    }
}
