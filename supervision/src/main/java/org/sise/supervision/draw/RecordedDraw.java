package org.sise.supervision.draw;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code transcript.json} says beside its plan. Before a draw parts are missing; a part that stands must be right.
 *
 * @param strata sizes and takes, in the plan's order
 * @param objectsRoot the Merkle root of the pool
 * @param seed the seed
 * @param drawn the drawn objects
 * @param unassigned the codes of the objects without inspectors
 * @param unknown fields that a transcript does not have
 */
record RecordedDraw(
        List<Counts> strata,
        @Nullable String objectsRoot,
        @Nullable String seed,
        @Nullable List<Transcript.DrawnObject> drawn,
        @Nullable List<String> unassigned,
        List<Fault> unknown) {

    /** A stratum's recorded size and take. */
    record Counts(
            String stratum,
            @Nullable Integer size,
            @Nullable Integer take) {}

    boolean isComplete() {
        return objectsRoot != null
                && seed != null
                && drawn != null
                && unassigned != null
                && strata.stream().allMatch(counts -> counts.size() != null && counts.take() != null);
    }
}
