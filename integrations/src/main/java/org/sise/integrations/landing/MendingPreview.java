package org.sise.integrations.landing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a job would do, tried without landing anything.
 *
 * @param total how many rows it would take
 * @param tried how many of them were tried, the oldest first
 * @param landing how many of those would land
 * @param waiting how many would wait for a registration
 * @param refused how many would still be at fault
 * @param unchanged how many the rule leaves as they are
 * @param samples the first rows that it would change, or try
 */
public record MendingPreview(
        long total, long tried, long landing, long waiting, long refused, long unchanged, List<Sample> samples) {

    /**
     * A row before and after.
     *
     * @param id its number
     * @param line its line in its file
     * @param before the column's cell now; empty without a rule
     * @param after the column's cell by the rule; empty without a rule
     * @param outcome {@code landed}, {@code waits} or {@code refused}
     * @param message what would still be wrong, or null
     */
    public record Sample(
            long id,
            int line,
            String before,
            String after,
            String outcome,
            @Nullable String message) {}
}
