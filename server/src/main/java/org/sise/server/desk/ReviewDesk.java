package org.sise.server.desk;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;
import org.sise.server.query.BadParameterException;
import org.sise.server.query.Filled;
import org.sise.supervision.review.CaseReview;
import org.sise.supervision.review.CaseReviews;
import org.sise.supervision.review.ReviewDraft;
import org.springframework.stereotype.Component;

/** Takes what is filled in for the review of a case and names the field that is wrong. */
@Component
public final class ReviewDesk {

    /** What the column of amounts holds. */
    private static final int PRECISION = 18;

    private static final int SCALE = 2;

    private final CaseReviews reviews;
    private final Registered registered;

    ReviewDesk(CaseReviews reviews, Registered registered) {
        this.reviews = reviews;
        this.registered = registered;
    }

    /** A case to review. */
    public record Case(
            @Nullable String business,
            @Nullable String caseNumber,
            @Nullable String department,
            @Nullable String violation,
            @Nullable String benchmark) {}

    /** Opens the review of a case; gives its number. */
    public long open(Case one, String actor) {
        CreditCode business = registered.of(one.business());
        return reviews.open(
                new ReviewDraft(
                        business,
                        Filled.orEmpty(one.caseNumber()),
                        Filled.orEmpty(one.department()),
                        Filled.orEmpty(one.violation()),
                        Filled.orNull(one.benchmark())),
                actor);
    }

    /** Answers a step. */
    public CaseReview answer(
            long id,
            int step,
            boolean passed,
            @Nullable String answer,
            @Nullable String value,
            @Nullable String fine,
            String actor) {
        return reviews.answer(
                id, step, passed, Filled.orEmpty(answer), yuan("value", value), yuan("fine", fine), actor);
    }

    private static @Nullable BigDecimal yuan(String field, @Nullable String text) {
        String number = Filled.orNull(text);
        try {
            BigDecimal amount = number == null ? null : new BigDecimal(number);
            if (amount == null || (amount.scale() <= SCALE && amount.precision() <= PRECISION)) {
                return amount;
            }
        } catch (NumberFormatException e) {
            throw new BadParameterException(field, "应为金额（元），如 5000.00 / must be an amount in yuan, as 5000.00");
        }
        throw new BadParameterException(field, "金额最多两位小数 / an amount has two decimals at most");
    }
}
