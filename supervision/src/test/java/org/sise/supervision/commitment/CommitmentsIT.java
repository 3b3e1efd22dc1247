package org.sise.supervision.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sise.supervision.step.LedgerFixture.DAY;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sise.core.code.CreditCode;
import org.sise.core.grade.Grade;
import org.sise.core.record.Commitment;
import org.sise.core.record.Fulfilment;
import org.sise.core.record.RecordKind;
import org.sise.core.record.RecordState;
import org.sise.ledger.record.StoredRecord;
import org.sise.supervision.catalogue.CheckItems;
import org.sise.supervision.follow.LedgerWatch;
import org.sise.supervision.step.GroundRecords;
import org.sise.supervision.step.LedgerFixture;
import org.sise.supervision.step.StepRefusedException;

class CommitmentsIT {

    private static LedgerFixture ledger;
    private static Commitments commitments;
    private static LedgerWatch watch;
    private static int shops = 200;

    @BeforeAll
    static void start() {
        ledger = new LedgerFixture();
        var house = ledger.house;
        commitments = new Commitments(
                house.dataSource,
                house.transactions,
                house.audit,
                CommitmentKinds.standard(),
                CheckItems.standard(),
                house.clock);
        watch = new LedgerWatch(
                house.dataSource, house.transactions, List.of(new CommitmentWatch(house.dataSource, commitments)));
    }

    @Test
    void the_six_types_have_texts_periods_and_sources() {
        assertThat(CommitmentKinds.standard().all())
                .extracting(CommitmentKind::type)
                .contains("审批替代型", "证明事项替代型", "容缺受理型", "信用修复型", "行业自律型", "主动公示型");
        assertThat(CommitmentKinds.standard().all()).allSatisfy(kind -> {
            assertThat(kind.template()).contains("{name}", "{code}");
            assertThat(kind.banMonths()).isPositive();
            assertThat(kind.source()).isNotBlank();
        });
        assertThat(CommitmentKinds.standard()
                        .find("CM1")
                        .orElseThrow()
                        .text("中山面馆", shop(Grade.YELLOW), "食品经营许可", DAY, DAY.plusDays(60)))
                .contains("中山面馆", "食品经营许可", DAY.plusDays(60).toString())
                .doesNotContain("{", "}");
    }

    @Test
    void a_signed_commitment_stands_in_the_ledger_and_its_fulfilment_is_a_new_version() {
        CreditCode shop = shop(Grade.YELLOW);
        long id = sign(shop, "CM1", "食品经营许可变更");
        assertThat(record(id).record()).isInstanceOfSatisfying(Commitment.class, record -> {
            assertThat(record.type()).isEqualTo("审批替代型");
            assertThat(record.fulfilment()).isEqualTo(Fulfilment.NOT_DUE);
            assertThat(record.content()).contains(shop.value());
            assertThat(record.header().publishedUntil()).isEqualTo(DAY.plusDays(90));
        });
        assertThat(commitments.page(new CommitmentFilter(null, null, null, DAY.plusDays(90), false), null, 100))
                .extracting(SignedCommitment::id)
                .contains(id);
        assertThat(commitments.confirm(id, true, "现场核查", "officer").state()).isEqualTo(CommitmentState.FULFILLED);
        assertThat(record(id).version()).isEqualTo(2);
        assertThat(((Commitment) record(id).record()).fulfilment()).isEqualTo(Fulfilment.FULFILLED);
        assertThat(ledger.audited(shop)).containsExactly("commitment-signed", "commitment-fulfilled");
        assertThatThrownBy(() -> sign(shop, "CM1", "食品经营许可变更")).hasMessageContaining("今日");
    }

    @Test
    void an_inspections_problem_is_pointed_at_proves_the_breach_and_closes_promises_of_the_type_for_years() {
        CreditCode shop = shop(Grade.YELLOW);
        long id = sign(shop, "CM1", "食品经营许可");
        long clean = inspection(shop, "T-clean", "no-problem");
        assertThatThrownBy(() -> commitments.breach(id, clean, "", "officer")).hasMessageContaining("不能证明");
        long problem = inspection(shop, "T-problem", "corrected-on-order");
        assertThat(commitments.suspicions(null, 1_000)).anySatisfy(one -> {
            assertThat(one.commitment()).isEqualTo(id);
            assertThat(one.inspection()).isEqualTo(problem);
        });

        SignedCommitment broken = commitments.breach(id, problem, "条件不符", "officer");

        assertThat(broken.bannedUntil()).isEqualTo(DAY.plusMonths(36).minusDays(1));
        assertThat(((Commitment) record(id).record()).fulfilment()).isEqualTo(Fulfilment.BREACHED);
        assertThat(commitments.bans(shop, DAY)).singleElement().satisfies(ban -> {
            assertThat(ban.type()).isEqualTo("审批替代型");
            assertThat(ban.record()).isEqualTo(record(id).id());
        });
        assertThat(commitments.bans(shop, DAY.plusMonths(36))).isEmpty();
        assertThatThrownBy(() -> sign(shop, "CM1", "另一事项")).hasMessageContaining("违诺");
        assertThat(sign(shop, "CM3", "补交材料")).isPositive();
        assertThat(commitments.suspicions(null, 1_000)).noneMatch(one -> one.commitment() == id);

        commitments.clear(id, "复核不成立", "approver");
        assertThat(record(id).record().header().state()).isEqualTo(RecordState.WITHDRAWN);
        assertThat(commitments.bans(shop, DAY)).isEmpty();
    }

    @Test
    void what_the_business_says_of_its_fulfilment_waits_for_an_official() {
        CreditCode shop = shop(Grade.YELLOW);
        long id = sign(shop, "CM3", "补交租赁合同");
        assertThatThrownBy(() -> commitments.report(id, " ", "company"))
                .isInstanceOfSatisfying(
                        StepRefusedException.class, e -> assertThat(e.field()).isEqualTo("evidence"));
        assertThat(commitments.report(id, "租赁合同已补交", "company").state()).isEqualTo(CommitmentState.SIGNED);
        CommitmentFilter reported = new CommitmentFilter(null, null, shop.value(), null, true);
        assertThat(commitments.page(reported, null, 100)).singleElement().satisfies(one -> {
            assertThat(one.report()).isEqualTo("租赁合同已补交");
            assertThat(one.reportedOn()).isEqualTo(DAY);
        });
        commitments.confirm(id, true, "已核对", "officer");
        assertThat(commitments.count(reported)).isZero();
        assertThatThrownBy(() -> commitments.report(id, "再次", "company")).hasMessageContaining("已履行");
        assertThat(ledger.audited(shop))
                .containsExactly("commitment-signed", "commitment-signed", "commitment-fulfilled");
    }

    @Test
    void a_problem_judged_to_be_no_breach_is_no_suspicion_any_more_and_the_next_one_is() {
        CreditCode shop = shop(Grade.YELLOW);
        long id = sign(shop, "CM1", "食品经营许可");
        long first = inspection(shop, "T-other", "not-published");
        assertThat(commitments.suspicion(id))
                .hasValueSatisfying(one -> assertThat(one.inspection()).isEqualTo(first));
        commitments.dismiss(id, first, "与承诺事项无关", "approver");
        assertThat(commitments.suspicion(id)).isEmpty();
        assertThat(commitments.steps(id).getLast().note()).contains("与承诺事项无关");
        long second = inspection(shop, "T-next", "corrected-on-order");
        assertThat(commitments.suspicion(id))
                .hasValueSatisfying(one -> assertThat(one.inspection()).isEqualTo(second));
    }

    @Test
    void a_breach_that_another_department_recorded_counts_too() {
        CreditCode shop = shop(Grade.YELLOW);
        ledger.record(
                RecordKind.COMMITMENT,
                shop,
                "c-" + shop.value(),
                Map.of(
                        "type",
                        "容缺受理型",
                        "fulfilment",
                        "breached",
                        "confirmedOn",
                        DAY.minusDays(10).toString()));
        assertThat(commitments.bans(shop, DAY))
                .singleElement()
                .satisfies(ban -> assertThat(ban.until())
                        .isEqualTo(DAY.minusDays(10).plusMonths(12).minusDays(1)));
    }

    @Test
    void a_repaired_breach_is_closed_here_too() {
        CreditCode shop = shop(Grade.YELLOW);
        long id = sign(shop, "CM1", "许可");
        commitments.breach(id, inspection(shop, "T1", "concealed"), "x", "officer");
        ledger.record(
                RecordKind.COMMITMENT,
                shop,
                commitments.find(id).recordKey(),
                Map.of("type", "审批替代型", "fulfilment", "breached", "state", "repaired", "date", DAY.toString()));
        watch.catchUp();
        assertThat(commitments.find(id).state()).isEqualTo(CommitmentState.CLEARED);
        assertThat(commitments.bans(shop, DAY)).isEmpty();
    }

    @Test
    void a_yellow_business_may_promise_in_place_of_checks_and_no_other() {
        CreditCode yellow = shop(Grade.YELLOW);
        assertThat(commitments.offered(null, 1_000)).contains(yellow.value());
        CommitmentDraft draft = draft(yellow, "CM6", "明码标价", List.of("CI012"));
        commitments.sign(draft, "company");
        assertThat(commitments.standsFor(yellow, "CI012", DAY)).isTrue();
        assertThat(commitments.standsFor(yellow, "CI013", DAY)).isFalse();
        assertThat(commitments.standsFor(yellow, "CI012", DAY.plusDays(91))).isFalse();
        assertThat(commitments.offered(null, 1_000)).doesNotContain(yellow.value());
        assertThatThrownBy(() -> commitments.sign(draft(shop(Grade.ORANGE), "CM6", "x", List.of("CI012")), "company"))
                .isInstanceOfSatisfying(
                        StepRefusedException.class, e -> assertThat(e.field()).isEqualTo("items"));
        assertThatThrownBy(() -> commitments.sign(draft(shop(Grade.YELLOW), "CM1", "x", List.of("CI012")), "company"))
                .hasMessageContaining("不能替代");
        CreditCode listed = shop(Grade.YELLOW);
        ledger.seriousListing(listed, Map.of());
        assertThat(commitments.offered(null, 1_000)).doesNotContain(listed.value());
    }

    private static long sign(CreditCode shop, String kind, String matter) {
        return commitments.sign(draft(shop, kind, matter, List.of()), "company");
    }

    private static CommitmentDraft draft(CreditCode shop, String kind, String matter, List<String> items) {
        return new CommitmentDraft(kind, shop, matter, "行政审批局", items, DAY.plusDays(90), "王某");
    }

    private static long inspection(CreditCode shop, String task, String result) {
        String key = task + shop.value();
        ledger.record(
                RecordKind.INSPECTION,
                shop,
                key,
                Map.of("plan", "P1", "task", task, "result", result, "date", DAY.toString()));
        return new GroundRecords(ledger.house.dataSource)
                .latest(RecordKind.INSPECTION, key)
                .orElseThrow()
                .id();
    }

    private static StoredRecord record(long id) {
        return new GroundRecords(ledger.house.dataSource)
                .latest(RecordKind.COMMITMENT, commitments.find(id).recordKey())
                .orElseThrow();
    }

    private static CreditCode shop(Grade grade) {
        return ledger.house.shop(++shops, grade);
    }
}
