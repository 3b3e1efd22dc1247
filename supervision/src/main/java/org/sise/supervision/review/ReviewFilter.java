package org.sise.supervision.review;

import org.jspecify.annotations.Nullable;

/**
 * Which reviews are asked for; what is null does not restrict.
 *
 * @param state where they stand
 * @param business a credit code
 * @param department who handles the case
 */
public record ReviewFilter(
        @Nullable ReviewState state,
        @Nullable String business,
        @Nullable String department) {}
