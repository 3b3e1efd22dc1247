package org.sise.supervision.publication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sise.supervision.plan.PlanState;

/**
 * A plan as the public sees it: from its commitment on.
 *
 * @param id its id
 * @param title what it is called
 * @param state where it stands
 * @param commitment the SHA-256 of its secret, lower-case hexadecimal
 * @param committedAt when it was committed
 * @param drawnAt when it was drawn, or null
 * @param cancelReason why it was given up, or null
 */
public record PublishedPlan(
        String id,
        String title,
        PlanState state,
        String commitment,
        Instant committedAt,
        @Nullable Instant drawnAt,
        @Nullable String cancelReason) {

    /** When it last came to the public: drawn, or committed. */
    public Instant publishedAt() {
        return drawnAt == null ? committedAt : drawnAt;
    }
}
