package org.sise.supervision.plan;

import java.util.List;
import org.sise.supervision.draw.DrawVerifier;

/**
 * What a check of a published folder came to.
 *
 * @param draw what the recomputed draw says, from the folder alone
 * @param foreign names of files that are not those of this plan in the database: a folder that is sound in itself but was
 *     put in place of the published one
 */
public record PlanVerdict(DrawVerifier.Verdict draw, List<String> foreign) {

    /** Copies its list. */
    public PlanVerdict {
        foreign = List.copyOf(foreign);
    }

    /** Whether the folder is exactly what the draw gives, and this plan's. */
    public boolean isVerified() {
        return draw.isVerified() && foreign.isEmpty();
    }
}
