package org.sise.grading.approval;

import org.jspecify.annotations.Nullable;

/**
 * Which versions a list has; null is any.
 *
 * @param policy the policy's id
 * @param state where they stand
 * @param digest SHA-256 of the file
 */
public record PolicyFilter(
        @Nullable String policy,
        @Nullable PolicyState state,
        @Nullable String digest) {
    /** Every version. */
    public static final PolicyFilter ALL = new PolicyFilter(null, null, null);
}
