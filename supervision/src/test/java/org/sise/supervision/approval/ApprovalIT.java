package org.sise.supervision.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sise.supervision.step.LedgerFixture.DAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sise.core.code.CreditCode;
import org.sise.core.grade.Grade;
import org.sise.core.record.RecordKind;
import org.sise.supervision.approval.ApprovalAnswer.Reason;
import org.sise.supervision.catalogue.CheckItems;
import org.sise.supervision.commitment.CommitmentKinds;
import org.sise.supervision.commitment.Commitments;
import org.sise.supervision.follow.LedgerWatch;
import org.sise.supervision.step.LedgerFixture;
import org.sise.supervision.visit.TaskState;
import org.sise.supervision.visit.VisitTask;

class ApprovalIT {

    private static LedgerFixture ledger;
    private static ApprovalQuestions questions;
    private static FirstChecks checks;
    private static LedgerWatch watch;
    private static int shops = 300;

    @BeforeAll
    static void start() {
        ledger = new LedgerFixture();
        var house = ledger.house;
        Commitments commitments = new Commitments(
                house.dataSource,
                house.transactions,
                house.audit,
                CommitmentKinds.standard(),
                CheckItems.standard(),
                house.clock);
        questions = new ApprovalQuestions(house.dataSource, ApprovalMatters.standard(), commitments, house.clock);
        checks = new FirstChecks(house.dataSource, ApprovalMatters.standard(), house.visits, house.clock);
        watch = new LedgerWatch(house.dataSource, house.transactions, List.of(checks));
    }

    @Test
    void to_a_sound_business_both_ways_are_open_whatever_its_colour() {
        for (Grade grade : Grade.values()) {
            ApprovalAnswer answer = questions.ask(shop(grade), "AM01");
            assertThat(answer.promise().open()).as(grade.name()).isTrue();
            assertThat(answer.credit().open()).as(grade.name()).isTrue();
            assertThat(answer.notes()).extracting(Reason::code).containsExactly("colour");
        }
    }

    @Test
    void a_serious_listing_closes_both_ways_and_names_its_record_until_it_is_repaired() {
        CreditCode shop = shop(Grade.RED);
        ledger.seriousListing(shop, Map.of());
        ApprovalAnswer answer = questions.ask(shop, "AM01");
        assertThat(answer.promise().open()).isFalse();
        assertThat(answer.promise().reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.code()).isEqualTo("serious-listing");
            assertThat(reason.record()).isPositive();
            assertThat(reason.zh()).contains("严重违法失信名单");
        });
        assertThat(answer.credit().open()).isFalse();
        ledger.seriousListing(shop, Map.of("state", "repaired"));
        assertThat(questions.ask(shop, "AM01").promise().open()).isTrue();
    }

    @Test
    void an_abnormal_listing_closes_credit_approval_and_is_a_note_to_a_promise() {
        CreditCode shop = shop(Grade.YELLOW);
        ledger.record(RecordKind.ABNORMAL_LISTING, shop, "a-" + shop.value(), Map.of("ground", "无法联系"));
        ApprovalAnswer answer = questions.ask(shop, "AM01");
        assertThat(answer.promise().open()).isTrue();
        assertThat(answer.credit().reasons()).extracting(Reason::code).containsExactly("abnormal-listing");
        assertThat(answer.notes()).extracting(Reason::code).contains("abnormal-listing");
    }

    @Test
    void a_breach_closes_both_ways_for_its_period() {
        CreditCode shop = shop(Grade.BLUE);
        ledger.record(
                RecordKind.COMMITMENT,
                shop,
                "c-" + shop.value(),
                Map.of(
                        "type",
                        "审批替代型",
                        "fulfilment",
                        "breached",
                        "confirmedOn",
                        DAY.minusDays(1).toString()));
        assertThat(questions.ask(shop, "AM01").promise().reasons())
                .singleElement()
                .satisfies(reason -> {
                    assertThat(reason.code()).isEqualTo("breach");
                    assertThat(reason.until())
                            .isEqualTo(DAY.minusDays(1).plusMonths(36).minusDays(1));
                });
    }

    @Test
    void a_matter_that_bears_on_life_and_health_knows_no_promise_and_an_unknown_one_is_refused() {
        assertThat(questions.ask(shop(Grade.BLUE), "AM03").promise().reasons())
                .extracting(Reason::code)
                .containsExactly("matter");
        assertThatThrownBy(() -> questions.ask(shop(Grade.BLUE), "AM99")).hasMessageContaining("AM99");
    }

    @Test
    void a_new_permit_brings_the_proposal_of_a_first_check_once_and_an_old_one_none() {
        CreditCode shop = shop(Grade.YELLOW);
        permit(shop, "食品经营许可证", "new", DAY.minusDays(5).toString(), "effective");
        permit(shop, "食品经营许可证", "old", DAY.minusDays(500).toString(), "effective");
        permit(shop, "排污许可证", "other", DAY.minusDays(5).toString(), "effective");
        permit(shop, "食品经营许可证", "gone", DAY.minusDays(5).toString(), "withdrawn");
        watch.catchUp();
        assertThat(checks.latest(shop.value(), 10)).singleElement().satisfies(check -> {
            assertThat(check.matter()).isEqualTo("AM01");
            assertThat(check.due()).isEqualTo(LocalDate.of(2026, 12, 31));
            VisitTask task = ledger.house.visits.task(check.task());
            assertThat(task.state()).isEqualTo(TaskState.PROPOSED);
            assertThat(task.draft().department()).isEqualTo("市场监督管理局");
            assertThat(task.draft().reason()).contains("首次检查", "许可new");
        });
        permit(shop, "食品经营许可证", "new", DAY.minusDays(5).toString(), "corrected");
        watch.catchUp();
        ledger.house.jdbc.sql("delete from supervision.follower").update();
        watch.catchUp();
        assertThat(checks.latest(shop.value(), 10)).hasSize(1);
    }

    private static void permit(CreditCode shop, String category, String key, String date, String state) {
        ledger.record(
                RecordKind.PERMIT,
                shop,
                shop.value() + key,
                Map.of(
                        "name",
                        category + "准予许可决定书",
                        "document",
                        "许可" + key,
                        "category",
                        category,
                        "date",
                        date,
                        "state",
                        state));
    }

    private static CreditCode shop(Grade grade) {
        return ledger.house.shop(++shops, grade);
    }
}
