package org.sise.supervision.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sise.core.code.CreditCode;
import org.sise.core.grade.Grade;
import org.sise.supervision.discretion.Benchmarks;
import org.sise.supervision.discretion.Verdict;
import org.sise.supervision.step.LedgerFixture;
import org.sise.supervision.step.StepRefusedException;

class CaseReviewsIT {

    private static LedgerFixture ledger;
    private static CaseReviews reviews;

    @BeforeAll
    static void start() {
        ledger = new LedgerFixture();
        var house = ledger.house;
        reviews = new CaseReviews(
                house.dataSource,
                house.transactions,
                house.audit,
                ReviewQuestions.standard(),
                Benchmarks.standard(),
                house.clock);
    }

    @Test
    void seven_steps_are_answered_in_their_order_and_the_last_by_another_person() {
        CreditCode shop = ledger.house.shop(710, Grade.YELLOW);
        long id = open(shop, "沈市监立〔2026〕1号");
        assertThatThrownBy(() -> answer(id, 2, "officer"))
                .isInstanceOfSatisfying(
                        StepRefusedException.class, e -> assertThat(e.field()).isEqualTo("step"));
        for (int step = 1; step <= 5; step++) {
            answer(id, step, "officer");
        }
        assertThatThrownBy(() -> answer(id, 6, "officer"))
                .isInstanceOfSatisfying(
                        StepRefusedException.class, e -> assertThat(e.field()).isEqualTo("fine"));
        assertThat(reviews.next(id)).isEqualTo(6);
        CaseReview weighed =
                reviews.answer(id, 6, true, "货值 2 万元", new BigDecimal("20000"), new BigDecimal("150000"), "officer");
        assertThat(reviews.judgement(weighed).verdict()).isEqualTo(Verdict.BELOW);
        assertThat(reviews.steps(id).getLast().note()).contains("低于法定幅度");
        assertThatThrownBy(() -> answer(id, 7, "officer")).hasMessageContaining("他人");
        assertThat(answer(id, 7, "approver").state()).isEqualTo(ReviewState.COMPLETED);
        assertThat(ledger.audited(shop)).containsOnly("review-open", "review-completed");
        assertThatThrownBy(() -> open(shop, "沈市监立〔2026〕1号")).hasMessageContaining("已有审查");
    }

    @Test
    void a_no_stops_the_review_and_an_earlier_step_answered_anew_undoes_the_later_ones() {
        CreditCode shop = ledger.house.shop(711, Grade.YELLOW);
        long id = open(shop, "沈市监立〔2026〕2号");
        answer(id, 1, "officer");
        CaseReview stopped = reviews.answer(id, 2, false, "已过两年", null, null, "officer");
        assertThat(stopped.state()).isEqualTo(ReviewState.STOPPED);
        assertThat(reviews.steps(id).getLast().note()).contains("超过追诉时效");
        assertThatThrownBy(() -> answer(id, 3, "officer")).hasMessageContaining("已停止");
        reviews.reopen(id, "行为有连续状态", "officer");
        answer(id, 2, "officer");
        answer(id, 3, "officer");
        answer(id, 1, "officer");
        assertThat(reviews.next(id)).isEqualTo(2);
        assertThat(reviews.page(new ReviewFilter(ReviewState.OPEN, shop.value(), null), null, 10))
                .singleElement()
                .satisfies(one -> assertThat(one.id()).isEqualTo(id));
    }

    private static long open(CreditCode shop, String number) {
        return reviews.open(new ReviewDraft(shop, number, "沈阳市市场监督管理局", "无证经营食品", "DB01"), "officer");
    }

    private static CaseReview answer(long id, int step, String actor) {
        return reviews.answer(id, step, true, "是", null, null, actor);
    }
}
