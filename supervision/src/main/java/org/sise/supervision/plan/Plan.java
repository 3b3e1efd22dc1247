package org.sise.supervision.plan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sise.supervision.draw.Beacon;

/**
 * An inspection plan. Its secret is no part of it: that is revealed by the transcript alone.
 *
 * @param id such as {@code 2026-Q4-0001-210100}: year, quarter, number in the quarter, region
 * @param draft what was asked for
 * @param state where it stands
 * @param createdAt when it was created
 * @param createdBy by whom
 * @param submittedBy who handed it in last, or null
 * @param approvedBy who approved it, or null
 * @param commitment what was published at the commitment, or null before it; a cancelled plan keeps it
 * @param beacon the public value, or null before the draw
 * @param drawnAt when it was drawn, or null
 * @param tasksThrough how many drawn businesses, in the order of the draw, were gone through for their tasks
 * @param tasksAt when each drawn business had its tasks, or null
 * @param tasksFault why its tasks cannot be made, or null
 * @param cancelReason why it was cancelled, or null
 */
public record Plan(
        String id,
        PlanDraft draft,
        PlanState state,
        Instant createdAt,
        String createdBy,
        @Nullable String submittedBy,
        @Nullable String approvedBy,
        @Nullable PlanCommitment commitment,
        @Nullable Beacon beacon,
        @Nullable Instant drawnAt,
        int tasksThrough,
        @Nullable Instant tasksAt,
        @Nullable String tasksFault,
        @Nullable String cancelReason) {

    /** How many businesses are drawn whatever their colour; 0 before the commitment. */
    public int pureRandom() {
        return commitment == null ? 0 : PlanPreview.pureRandom(commitment.strata());
    }
}
