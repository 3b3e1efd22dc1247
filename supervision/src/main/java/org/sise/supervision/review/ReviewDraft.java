package org.sise.supervision.review;

import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;

/**
 * A case to review.
 *
 * @param business whose case it is
 * @param caseNumber the case's number in its department
 * @param department who handles it
 * @param violation the violation in words
 * @param benchmark the id of its benchmark of discretion, or null
 */
public record ReviewDraft(
        CreditCode business,
        String caseNumber,
        String department,
        String violation,
        @Nullable String benchmark) {}
