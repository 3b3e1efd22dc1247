package org.sise.supervision.repair.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sise.core.code.CreditCode;
import org.sise.core.record.AbnormalListing;
import org.sise.core.record.RecordKind;
import org.sise.core.record.RecordShape;
import org.sise.core.record.RecordState;
import org.sise.ledger.grade.RegradeQueue;
import org.sise.ledger.record.RecordEntry;
import org.sise.ledger.record.Records;
import org.sise.ledger.record.StoredRecord;
import org.sise.supervision.repair.pack.CaseKind;

/** The day of the house is 2026-11-23, a Monday. */
class RepairCasesIT {

    private static final String ECOLOGY = "沈阳市生态环境局";
    private static final String MARKET = "沈阳市市场监督管理局";

    private static RepairFixture house;

    @BeforeAll
    static void start() {
        house = new RepairFixture();
    }

    @Test
    void a_granted_case_repairs_the_record_queues_the_grade_and_tells_everybody_in_one_go() {
        CreditCode business = house.business();
        StoredRecord record = general(business);
        RepairCase accepted = house.accepted(CaseKind.REPAIR, record);
        RegradeQueue queue = new RegradeQueue(house.house.dataSource);
        house.house.transaction.executeWithoutResult(_ -> queue.take(10_000));
        RepairCase granted = house.office.grant(accepted.id(), "同意", false, List.of(), "approver");
        assertThat(granted.state()).isEqualTo(Step.GRANTED);
        StoredRecord repaired = house.latest(record);
        assertThat(repaired.record().header().state()).isEqualTo(RecordState.REPAIRED);
        assertThat(repaired.record().header().publishedUntil()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(queue.size()).isEqualTo(1);
        assertThat(house.topics(business)).containsSubsequence(RepairCases.GRANTED, RepairCases.DECIDED);
        assertThat(house.payload(RepairCases.GRANTED, business))
                .contains("\"case\": " + granted.id(), "\"record\": " + repaired.id(), "\"was\": " + record.id());
        assertThat(house.audited(business))
                .containsSubsequence(
                        "company repair-begun",
                        "company repair-material-added",
                        "company repair-submitted",
                        "regulator repair-accepted",
                        "approver repair-granted");
        assertThat(house.house.audit.verify().fault()).isNull();
    }

    @Test
    void an_application_one_day_early_is_refused_with_the_earliest_day() {
        CreditCode business = house.business();
        StoredRecord early = house.penalty(business, ECOLOGY, "2026-08-23", "罚款", "200000");
        refused("day", "2026-11-24", () -> begin(CaseKind.REPAIR, early));
        StoredRecord ripe = house.penalty(business, ECOLOGY, "2026-08-22", "罚款", "200000");
        assertThat(begin(CaseKind.REPAIR, ripe).state()).isEqualTo(Step.BEGUN);
    }

    @Test
    void anothers_record_and_anothers_case_are_not_to_be_had() {
        StoredRecord record = general(house.business());
        CreditCode other = house.business();
        refused(
                "record",
                "不是本单位的记录",
                () -> house.applications.begin(CaseKind.REPAIR, other.value(), record.id(), "", "other"));
        RepairCase one = begin(CaseKind.REPAIR, record);
        assertThatThrownBy(() -> house.applications.submit(one.id(), other.value(), "李四", "other"))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> house.applications.open(one.id(), other.value()))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void without_materials_or_promise_each_missing_piece_is_named() {
        StoredRecord record = general(house.business());
        RepairCase one = begin(CaseKind.REPAIR, record);
        refused(
                "materials",
                "proof of correction and of duties done; the signed promise",
                () -> house.applications.submit(one.id(), one.business(), " ", "company"));
        assertThat(house.cases.missing(one))
                .extracting(material -> material.id())
                .containsExactly("correction");
        assertThat(house.cases.find(one.id()).state()).isEqualTo(Step.BEGUN);
    }

    @Test
    void two_applications_at_once_are_one_and_after_a_refusal_there_can_be_another() throws Exception {
        StoredRecord record = general(house.business());
        Callable<Boolean> apply = () -> {
            try {
                begin(CaseKind.REPAIR, record);
                return true;
            } catch (RepairRefusedException e) {
                assertThat(e.isConflict()).isTrue();
                return false;
            }
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            int begun = 0;
            for (Future<Boolean> each : threads.invokeAll(List.of(apply, apply, apply, apply))) {
                begun += each.get() ? 1 : 0;
            }
            assertThat(begun).isEqualTo(1);
        }
        String business = record.record().header().subject().value();
        RepairCase first = house.cases.ofBusiness(business).getFirst();
        house.applications.withdraw(first.id(), business, "company");
        RepairCase second = house.accepted(CaseKind.REPAIR, record);
        refused("ground", "choose a ground", () -> house.office.refuse(second.id(), "bad mood", "x", "approver"));
        refused("reasons", "say why", () -> house.office.refuse(second.id(), "not-corrected", " ", "approver"));
        RepairCase refused = house.office.refuse(second.id(), "not-corrected", "罚款未缴清", "approver");
        assertThat(refused.state()).isEqualTo(Step.REFUSED);
        assertThat(house.latest(record).version()).isEqualTo(1);
        assertThat(house.granted(CaseKind.REPAIR, record).state()).isEqualTo(Step.GRANTED);
        refused("record", "已修复", () -> begin(CaseKind.REPAIR, record));
    }

    @Test
    void who_accepted_does_not_decide_and_a_step_out_of_order_is_refused() {
        StoredRecord record = general(house.business());
        RepairCase one = house.submitted(CaseKind.REPAIR, record);
        refused("case", "cannot be granted", () -> house.office.grant(one.id(), "", false, List.of(), "approver"));
        house.office.accept(one.id(), "regulator");
        refused("actor", "须由受理人以外", () -> house.office.grant(one.id(), "", false, List.of(), "regulator"));
        refused("case", "已受理", () -> house.office.accept(one.id(), "approver"));
        refused("case", "takes no more files", () -> house.applications.open(one.id(), one.business()));
    }

    @Test
    void an_extension_is_given_once_within_its_limit_and_only_where_the_rules_know_it() {
        RepairCase one = house.accepted(CaseKind.REPAIR, general(house.business()));
        refused("days", "1 to 10", () -> house.office.extend(one.id(), 11, "案情复杂", "regulator"));
        refused("reasons", "say why", () -> house.office.extend(one.id(), 5, "", "regulator"));
        house.office.extend(one.id(), 5, "案情复杂，告知申请人", "regulator");
        refused("case", "cannot be extended", () -> house.office.extend(one.id(), 5, "x", "regulator"));
        RepairCase market =
                house.accepted(CaseKind.REPAIR, house.penalty(house.business(), MARKET, "2026-08-01", "没收违法所得", "0"));
        assertThat(market.pack()).isEqualTo("samr-107");
        refused("days", "no extension", () -> house.office.extend(market.id(), 5, "x", "regulator"));
    }

    @Test
    void a_false_promise_found_later_restores_the_record_and_bans_the_business() {
        CreditCode business = house.business();
        StoredRecord record = general(business);
        RepairCase granted = house.granted(CaseKind.REPAIR, record);
        RepairCase reversed = house.office.reverse(granted.id(), "材料系伪造", true, "approver");
        assertThat(reversed.state()).isEqualTo(Step.REVERSED);
        assertThat(house.latest(record).record()).isEqualTo(record.record());
        assertThat(house.latest(record).version()).isEqualTo(3);
        assertThat(house.latest(record).feed()).isEqualTo("penalties");
        assertThat(house.topics(business)).contains(RepairCases.REVERSED);
        assertThat(house.cases.bannedUntil(business.value())).contains(LocalDate.of(2029, 11, 23));
        refused("business", "2029-11-23", () -> begin(CaseKind.REPAIR, house.latest(record)));
    }

    @Test
    void bankruptcy_is_repaired_for_the_time_being_then_finally_or_undone() {
        CreditCode business = house.business();
        StoredRecord serious = house.penalty(business, ECOLOGY, "2026-11-01", "责令停产停业", "10000");
        refused("day", "2027-11-02", () -> begin(CaseKind.REPAIR, serious));
        RepairCase temporary = house.granted(CaseKind.BANKRUPTCY_TEMPORARY, serious);
        assertThat(house.latest(serious).record().header().state()).isEqualTo(RecordState.REPAIRED);
        RepairCase last = house.granted(CaseKind.BANKRUPTCY_FINAL, house.latest(serious));
        assertThat(last.state()).isEqualTo(Step.GRANTED);
        assertThat(house.latest(serious).version()).isEqualTo(2);
        StoredRecord other = house.penalty(business, ECOLOGY, "2026-11-02", "责令停产停业", "10000");
        RepairCase failed = house.granted(CaseKind.BANKRUPTCY_TEMPORARY, other);
        house.office.reverse(failed.id(), "重整计划未执行", false, "approver");
        assertThat(house.latest(other).record().header().state()).isEqualTo(RecordState.EFFECTIVE);
        assertThat(house.cases.bannedUntil(business.value())).isEmpty();
        assertThat(temporary.state()).isEqualTo(Step.GRANTED);
    }

    @Test
    void objections_have_paths_of_their_own_and_one_that_is_right_withdraws_the_record() {
        CreditCode business = house.business();
        StoredRecord fresh = house.penalty(business, MARKET, "2026-11-20", "没收违法所得", "1");
        StoredRecord inspection = house.record(
                RecordKind.INSPECTION,
                Map.of(
                        "subject", business.value(),
                        "date", "2026-11-20",
                        "department", MARKET,
                        "plan", "P",
                        "task", "T",
                        "result", "concealed"));
        refused("kind", "检查结果异议", () -> begin(CaseKind.OBJECTION, inspection));
        refused("kind", "object to the record", () -> begin(CaseKind.INSPECTION_OBJECTION, fresh));
        RepairCase pending = house.accepted(CaseKind.OBJECTION, fresh);
        assertThat(house.cases.marks(business.value())).containsOnlyKeys("penalty " + fresh.key());
        house.office.grant(pending.id(), "记录有误", false, List.of(), "approver");
        assertThat(house.latest(fresh).record().header().state()).isEqualTo(RecordState.WITHDRAWN);
        assertThat(house.topics(business)).contains(RepairCases.OBJECTION_UPHELD);
        assertThat(house.cases.marks(business.value())).isEmpty();
        RepairCase wrong = house.accepted(CaseKind.INSPECTION_OBJECTION, inspection);
        house.office.refuse(wrong.id(), "other", "结果无误", "approver");
        assertThat(house.latest(inspection).version()).isEqualTo(1);
    }

    @Test
    void a_spot_check_stops_with_the_penalty_that_it_led_to() {
        CreditCode business = house.business();
        StoredRecord check = house.record(
                RecordKind.INSPECTION,
                Map.of(
                        "subject", business.value(),
                        "date", "2026-07-20",
                        "department", MARKET,
                        "plan", "P",
                        "task", "T",
                        "result", "concealed"));
        StoredRecord penalty = house.penalty(business, MARKET, "2026-08-01", "没收违法所得", "1");
        refused("record", "together with", () -> begin(CaseKind.REPAIR, check));
        RepairCase one = house.accepted(CaseKind.REPAIR, penalty);
        house.office.grant(one.id(), "", true, List.of(check.id()), "approver");
        assertThat(house.latest(check).record().header().state()).isEqualTo(RecordState.REPAIRED);
        assertThat(house.cases.onClock())
                .anySatisfy(each -> assertThat(each.one().id()).isEqualTo(one.id()));
        house.office.pushed(one.id(), "已推送", "regulator");
        assertThat(house.cases.onClock())
                .noneSatisfy(each -> assertThat(each.one().id()).isEqualTo(one.id()));
    }

    @Test
    void a_removed_listing_says_its_day_and_the_departments_row_again_changes_nothing() {
        CreditCode business = house.business();
        Map<String, String> texts = new HashMap<>(
                Map.of("subject", business.value(), "date", "2026-11-01", "department", MARKET, "ground", "未年报"));
        StoredRecord listing = house.record(RecordKind.ABNORMAL_LISTING, texts);
        house.granted(CaseKind.REPAIR, listing);
        assertThat(((AbnormalListing) house.latest(listing).record()).removedOn())
                .isEqualTo(LocalDate.of(2026, 11, 23));
        texts.put("document", listing.key());
        house.house.transaction.executeWithoutResult(_ -> new Records(house.house.dataSource)
                .append(
                        "penalties",
                        2,
                        List.of(new RecordEntry(
                                RecordShape.of(RecordKind.ABNORMAL_LISTING).read(texts), listing.key(), 1, "{}"))));
        assertThat(house.latest(listing).record().header().state()).isEqualTo(RecordState.REPAIRED);
    }

    @Test
    void a_record_withdrawn_half_way_is_no_longer_repaired() {
        StoredRecord record = general(house.business());
        RepairCase one = house.accepted(CaseKind.REPAIR, record);
        RecordShape shape = RecordShape.of(RecordKind.PENALTY);
        Map<String, String> texts = new HashMap<>(shape.write(record.record()));
        texts.put("state", "withdrawn");
        house.house.transaction.executeWithoutResult(_ -> new Records(house.house.dataSource)
                .append("penalties", 2, List.of(new RecordEntry(shape.read(texts), record.key(), 1, "{}"))));
        refused("record", "已撤回", () -> house.office.grant(one.id(), "", false, List.of(), "approver"));
        assertThat(house.cases.find(one.id()).state()).isEqualTo(Step.ACCEPTED);
    }

    @Test
    void overdue_cases_come_first_and_a_holiday_notice_that_comes_late_moves_them() {
        RepairFixture own = new RepairFixture();
        RepairCase one =
                own.submitted(CaseKind.REPAIR, own.penalty(own.business(), ECOLOGY, "2026-08-01", "罚款", "200000"));
        LocalDate due = own.cases.onClock().getFirst().next().due();
        assertThat(due).isEqualTo(LocalDate.of(2026, 11, 26));
        String notice = """
                date,kind,name,year,status,source,confidence
                2026-11-25,holiday,临时,2026,announced,late notice,high
                """;
        assertThat(own.holidays.record(notice, "regulator")).isTrue();
        assertThat(own.holidays.record(notice, "regulator")).isFalse();
        assertThat(own.cases.onClock().getFirst().next().due()).isEqualTo(LocalDate.of(2026, 11, 27));
        own.house.clock.turn(Duration.ofDays(5));
        assertThat(own.cases.onClock().getFirst().isOverdue(LocalDate.of(2026, 11, 28)))
                .isTrue();
        assertThatThrownBy(() -> own.holidays.record("day\nx\n", "regulator"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("csv");
        assertThat(one.pack()).isEqualTo("ndrc-36");
    }

    @Test
    void a_case_keeps_the_rules_that_it_was_begun_by() {
        RepairFixture own = new RepairFixture();
        // 2026-03-27, a Friday, while order 58 was in force; decided in April under order 36's days.
        own.house.clock.turn(Duration.ofDays(-241));
        StoredRecord record = own.penalty(own.business(), ECOLOGY, "2025-08-01", "罚款", "200000");
        RepairCase one = own.submitted(CaseKind.REPAIR, record);
        assertThat(one.pack()).isEqualTo("ndrc-58");
        assertThat(own.cases.rulesHaveChanged(one)).isFalse();
        own.house.clock.turn(Duration.ofDays(6));
        assertThat(own.cases.rulesHaveChanged(own.cases.find(one.id()))).isTrue();
        own.office.accept(one.id(), "regulator");
        RepairCase granted = own.office.grant(one.id(), "", false, List.of(), "approver");
        assertThat(granted.pack()).isEqualTo("ndrc-58");
        assertThat(granted.reasons())
                .anySatisfy(reason -> assertThat(reason.text().zh()).contains("58"));
    }

    private static StoredRecord general(CreditCode business) {
        return house.penalty(business, ECOLOGY, "2026-08-01", "罚款", "200000");
    }

    private static RepairCase begin(CaseKind kind, StoredRecord record) {
        return house.applications.begin(
                kind, record.record().header().subject().value(), record.id(), "已整改", "company");
    }

    private static void refused(String field, String said, ThrowingCallable asked) {
        assertThatThrownBy(asked)
                .isInstanceOfSatisfying(
                        RepairRefusedException.class, e -> assertThat(e.field()).isEqualTo(field))
                .hasMessageContaining(said);
    }
}
