package org.sise.supervision.yearly;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a region's plan of a year (年度抽查工作计划). Of the published versions the last one holds.
 *
 * @param id its number
 * @param year the year
 * @param region six digits of GB/T 2260
 * @param title what it is called
 * @param createdAt when it was handed in
 * @param createdBy by whom
 * @param publishedAt when another person approved and so published it, or null
 * @param approvedBy who did, or null
 */
public record YearlyPlan(
        long id,
        int year,
        String region,
        String title,
        Instant createdAt,
        String createdBy,
        @Nullable Instant publishedAt,
        @Nullable String approvedBy) {

    /** Whether it is published. */
    public boolean isPublished() {
        return publishedAt != null;
    }
}
