package org.sise.supervision.review;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;

/**
 * The review of a case.
 *
 * @param id its number
 * @param business whose case it is
 * @param caseNumber the case's number in its department
 * @param department who handles it
 * @param violation the violation in words
 * @param benchmark the id of its benchmark of discretion, or null
 * @param state where it stands
 * @param openedBy who opened it
 * @param openedAt when
 * @param value the value of the goods, the gains or the fee, in yuan, or null
 * @param fine the proposed fine, in yuan, or null
 */
public record CaseReview(
        long id,
        CreditCode business,
        String caseNumber,
        String department,
        String violation,
        @Nullable String benchmark,
        ReviewState state,
        String openedBy,
        Instant openedAt,
        @Nullable BigDecimal value,
        @Nullable BigDecimal fine) {}
