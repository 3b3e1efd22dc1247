package org.sise.supervision.listing;

import org.jspecify.annotations.Nullable;

/**
 * Which listings are asked for; what is null does not restrict.
 *
 * @param code a list's code
 * @param state where they stand
 * @param business a credit code
 */
public record ListingFilter(
        @Nullable String code,
        @Nullable ListingState state,
        @Nullable String business) {}
