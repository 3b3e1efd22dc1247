package org.sise.supervision.listing;

import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;

/**
 * What is proposed to be entered on a list.
 *
 * @param code the list's code
 * @param ground the ground's number within the list
 * @param business the business
 * @param department who lists
 * @param evidence the number of the record that proves the ground, or null
 * @param document the number of the document that proves it where no record does, or null
 * @param facts what happened, in words
 */
public record ListingDraft(
        String code,
        String ground,
        CreditCode business,
        String department,
        @Nullable Long evidence,
        @Nullable String document,
        String facts) {}
