package org.sise.supervision.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sise.supervision.step.LedgerFixture.DAY;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sise.core.code.CreditCode;
import org.sise.core.grade.Grade;
import org.sise.ledger.outbox.Outbox;
import org.sise.supervision.follow.LedgerWatch;
import org.sise.supervision.step.LedgerFixture;
import org.sise.supervision.step.RuleFigures;
import org.sise.supervision.step.Step;
import org.sise.supervision.step.StepRefusedException;

class MeasuresIT {

    private static LedgerFixture ledger;
    private static Measures measures;
    private static MeasureProposals proposals;
    private static MeasureWatch watch;
    private static LedgerWatch follower;
    private static int shops;

    @BeforeAll
    static void start() {
        ledger = new LedgerFixture();
        var house = ledger.house;
        measures = new Measures(
                house.dataSource,
                house.transactions,
                house.audit,
                MeasureCatalogue.standard(),
                RuleFigures.standard(),
                LedgerFixture::workingDays,
                house.clock);
        proposals = new MeasureProposals(
                house.dataSource, house.transactions, house.audit, MeasureCatalogue.standard(), house.clock);
        watch = new MeasureWatch(house.dataSource, house.transactions, measures, house.clock);
        follower = new LedgerWatch(house.dataSource, house.transactions, List.of(watch));
    }

    @Test
    void
            a_measure_is_proposed_confirmed_served_heard_sent_acknowledged_carried_out_and_lifted_and_every_step_is_audited() {
        CreditCode shop = listedShop(Grade.RED);
        long id = proposals.propose("M093", shop, "regulator");

        assertThatThrownBy(() -> measures.confirm(id, "regulator")).hasMessageContaining("他人");
        measures.confirm(id, "approver");
        assertThatThrownBy(() -> measures.dispatch(id, "approver")).isInstanceOf(StepRefusedException.class);
        Measure served = measures.serve(id, DAY, "直接送达", "officer");
        assertThat(served.hearingDue()).isEqualTo(DAY.plusDays(7));
        assertThatThrownBy(() -> measures.dispatch(id, "approver"))
                .hasMessageContaining(DAY.plusDays(7).toString());
        measures.hear(id, "无异议", true, "officer");
        Measure inForce = measures.dispatch(id, "approver");
        assertThat(inForce.inForceFrom()).isEqualTo(DAY);
        assertThat(inForce.until()).isEqualTo(DAY.plusYears(3).minusDays(1));
        assertThat(ledger.events("measure-confirmed"))
                .filteredOn(event -> event.subject().equals(shop.value()))
                .singleElement()
                .satisfies(event -> assertThat(event.payload())
                        .contains("\"entry\": \"M093\"", "总局令44号", "沈市监列严〔2026〕1号", "\"department\": \"市场监管部门\""));
        measures.acknowledge(id, "", "department");
        measures.act(id, "已列入重点监管", "department");
        measures.lift(id, "企业申请", "approver");
        assertThatThrownBy(() -> measures.act(id, "x", "department")).hasMessageContaining("已解除");

        assertThat(measures.steps(id))
                .extracting(Step::state)
                .containsExactly(
                        "PROPOSED", "CONFIRMED", "NOTIFIED", "NOTIFIED", "IN_FORCE", "ACKNOWLEDGED", "ACTED", "LIFTED");
        assertThat(ledger.audited(shop))
                .containsExactly(
                        "measure-proposed",
                        "measure-confirmed",
                        "measure-notified",
                        "measure-notified",
                        "measure-in-force",
                        "measure-acknowledged",
                        "measure-acted",
                        "measure-lifted");
        assertThat(ledger.house.audit.verify().fault()).isNull();
        assertThat(ledger.events("measure-lifted"))
                .anyMatch(event -> event.subject().equals(shop.value()));
    }

    @Test
    void a_red_colour_alone_is_no_ground() {
        CreditCode shop = shop(Grade.RED);
        assertThat(proposals.candidates(shop)).isEmpty();
        assertThatThrownBy(() -> proposals.propose("M093", shop, "regulator"))
                .isInstanceOf(StepRefusedException.class)
                .hasMessageContaining("颜色本身不是");
        assertThat(ledger.audited(shop)).isEmpty();
    }

    @Test
    void a_measure_on_a_repaired_record_is_refused() {
        CreditCode shop = listedShop(Grade.RED);
        ledger.seriousListing(shop, Map.of("state", "repaired"));
        assertThatThrownBy(() -> proposals.propose("M093", shop, "regulator")).hasMessageContaining("已修复");
    }

    @Test
    void a_measure_that_needs_another_authoritys_decision_is_not_proposed_from_a_listing() {
        CreditCode shop = listedShop(Grade.RED);
        assertThatThrownBy(() -> proposals.propose("M001", shop, "regulator")).hasMessageContaining("决定");
        assertThatThrownBy(() -> proposals.propose("M999", shop, "regulator")).hasMessageContaining("M999");
    }

    @Test
    void an_open_measure_of_an_entry_is_there_once() {
        CreditCode shop = listedShop(Grade.YELLOW);
        proposals.propose("M087", shop, "regulator");
        assertThatThrownBy(() -> proposals.propose("M087", shop, "regulator")).hasMessageContaining("M087");
        List<Long> others = proposals.proposeAll(shop, MeasureKind.MEASURE, "regulator");
        assertThat(others).hasSizeGreaterThan(3);
        assertThat(proposals.proposeAll(shop, MeasureKind.MEASURE, "regulator")).isEmpty();
    }

    @Test
    void a_repair_lifts_what_is_in_force_and_drops_what_is_not_at_once_and_once() {
        CreditCode shop = listedShop(Grade.RED);
        long inForce = inForce("M093", shop);
        long waiting = proposals.propose("M087", shop, "regulator");
        follower.catchUp();
        assertThat(measures.find(inForce).state()).isEqualTo(MeasureState.IN_FORCE);

        ledger.seriousListing(shop, Map.of("state", "repaired"));
        follower.catchUp();
        assertThat(measures.find(inForce).state()).isEqualTo(MeasureState.LIFTED);
        assertThat(measures.find(waiting).state()).isEqualTo(MeasureState.DROPPED);
        assertThat(measures.steps(inForce).getLast().note()).contains("已修复");
        int steps = measures.steps(inForce).size();
        ledger.house.jdbc.sql("delete from supervision.follower").update();
        follower.catchUp();
        assertThat(measures.steps(inForce)).hasSize(steps);
        assertThat(ledger.events("measure-lifted"))
                .filteredOn(event -> event.subject().equals(shop.value()))
                .hasSize(1);
    }

    @Test
    void withdrawal_expiry_and_removal_from_the_list_lift_too() {
        for (Map<String, String> change : List.of(
                Map.of("state", "withdrawn"), Map.of("state", "expired"), Map.of("removedOn", DAY.toString()))) {
            CreditCode shop = listedShop(Grade.RED);
            long id = inForce("M093", shop);
            ledger.seriousListing(shop, change);
            follower.catchUp();
            assertThat(measures.find(id).state()).as(change.toString()).isEqualTo(MeasureState.LIFTED);
        }
    }

    @Test
    void the_event_of_a_granted_repair_lifts_as_well() {
        CreditCode shop = listedShop(Grade.RED);
        long id = inForce("M093", shop);
        ledger.seriousListing(shop, Map.of("state", "repaired"));
        ledger.house.transaction.executeWithoutResult(
                _ -> new Outbox(ledger.house.dataSource).add(MeasureWatch.REPAIR_GRANTED, shop.value(), "{}"));
        ledger.house.transaction.executeWithoutResult(
                _ -> watch.followEvents(new Outbox(ledger.house.dataSource).next("other", 10_000)));
        assertThat(measures.find(id).state()).isEqualTo(MeasureState.LIFTED);
    }

    @Test
    void a_measure_ends_with_its_last_day_and_with_its_grounds_publicity() {
        CreditCode shop = shop(Grade.RED);
        ledger.seriousListing(shop, Map.of("publishedUntil", DAY.plusDays(100).toString()));
        long id = inForce("M093", shop);
        assertThat(measures.find(id).until()).isEqualTo(DAY.plusDays(100));
        assertThat(watch.expire()).isZero();
        ledger.house.clock.turn(Duration.ofDays(101));
        try {
            assertThat(watch.expire()).isEqualTo(1);
            assertThat(measures.find(id).state()).isEqualTo(MeasureState.LIFTED);
        } finally {
            ledger.house.clock.turn(Duration.ofDays(-101));
        }
    }

    @Test
    void a_hearing_that_convinces_drops_the_measure() {
        CreditCode shop = listedShop(Grade.RED);
        long id = proposals.propose("M093", shop, "regulator");
        measures.confirm(id, "approver");
        measures.serve(id, DAY, "公告送达", "officer");
        measures.hear(id, "名单认定对象有误", false, "officer");
        assertThat(measures.find(id).state()).isEqualTo(MeasureState.DROPPED);
        assertThat(measures.steps(id).getLast().note()).isEqualTo("名单认定对象有误");
    }

    @Test
    void blue_brings_incentives_that_end_with_the_colour() {
        CreditCode shop = shop(Grade.BLUE);
        long id = proposals.proposeAll(shop, MeasureKind.INCENTIVE, "regulator").getFirst();
        measures.confirm(id, "approver");
        assertThat(measures.find(id).state()).isEqualTo(MeasureState.IN_FORCE);
        assertThat(ledger.events("incentive-granted"))
                .anyMatch(event -> event.subject().equals(shop.value()));
        ledger.house.grade(shops, Grade.YELLOW);
        follower.catchUp();
        assertThat(measures.find(id).state()).isEqualTo(MeasureState.LIFTED);
        assertThat(ledger.events("incentive-ended"))
                .anyMatch(event -> event.subject().equals(shop.value()));
    }

    @Test
    void feedback_of_a_department_moves_its_measure_and_a_refusal_is_noted() {
        CreditCode shop = listedShop(Grade.RED);
        long id = inForce("M093", shop);
        feedback(shop, id, "refused", "本局无此职能");
        follower.catchUp();
        assertThat(measures.find(id).state()).isEqualTo(MeasureState.IN_FORCE);
        assertThat(measures.steps(id).getLast().note()).isEqualTo("本局无此职能");
        feedback(shop, id, "received", "");
        feedback(shop, id, "acted", "已办");
        follower.catchUp();
        assertThat(measures.find(id).state()).isEqualTo(MeasureState.ACTED);
        assertThat(measures.steps(id).getLast().actor()).isEqualTo("tax");
    }

    @Test
    void the_overview_counts_by_department_and_category() {
        CreditCode shop = listedShop(Grade.RED);
        inForce("M107", shop);
        assertThat(measures.enforcers())
                .filteredOn(row -> row.department().equals("金融机构") && row.kind() == MeasureKind.MEASURE)
                .singleElement()
                .satisfies(row -> assertThat(row.sent()).isEqualTo(1));
        assertThat(measures.page(new MeasureFilter(null, MeasureState.IN_FORCE, null, "金融机构", null), null, 10))
                .extracting(Measure::business)
                .containsExactly(shop);
    }

    @Test
    void steps_cannot_be_changed() {
        assertThatThrownBy(() -> ledger.house
                        .jdbc
                        .sql("delete from supervision.measure_step")
                        .update())
                .hasMessageContaining("append-only");
    }

    private static long inForce(String entry, CreditCode shop) {
        long id = proposals.propose(entry, shop, "regulator");
        measures.confirm(id, "approver");
        measures.serve(id, DAY, "直接送达", "officer");
        measures.hear(id, "放弃", true, "officer");
        measures.dispatch(id, "approver");
        return id;
    }

    private static void feedback(CreditCode shop, long id, String state, String text) {
        ledger.house.transaction.executeWithoutResult(_ -> new Outbox(ledger.house.dataSource)
                .add(
                        "notice-feedback",
                        shop.value(),
                        "{\"subscriber\": \"tax\", \"measure\": %d, \"state\": \"%s\", \"text\": \"%s\"}"
                                .formatted(id, state, text)));
    }

    private static CreditCode shop(Grade grade) {
        return ledger.house.shop(++shops, grade);
    }

    private static CreditCode listedShop(Grade grade) {
        CreditCode shop = shop(grade);
        ledger.seriousListing(shop, Map.of());
        return shop;
    }
}
