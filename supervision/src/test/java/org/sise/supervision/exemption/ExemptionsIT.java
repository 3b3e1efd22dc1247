package org.sise.supervision.exemption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sise.core.code.CreditCode;
import org.sise.core.grade.Grade;
import org.sise.core.record.InspectionResult;
import org.sise.core.record.RecordKind;
import org.sise.ledger.audit.AuditEntry;
import org.sise.supervision.correction.Correction;
import org.sise.supervision.exemption.ConditionCheck.Answer;
import org.sise.supervision.visit.AfterVisitFixture;
import org.sise.supervision.visit.Visit;
import org.sise.supervision.visit.VisitKind;
import org.springframework.dao.DataAccessException;

class ExemptionsIT {

    private static final Set<String> PRICE_TAG = Set.of("no-misleading", "own-list");

    private AfterVisitFixture after;
    private Exemptions exemptions;
    private CreditCode shop;

    @BeforeEach
    void start() {
        after = new AfterVisitFixture();
        exemptions = after.exemptions;
        shop = after.house.shop(1, Grade.RED);
    }

    @Test
    void a_first_violation_is_offered_and_says_what_a_person_has_to_confirm() {
        Visit visit = priceTag();
        Exemptions.Finding finding = exemptions.of(visit.id()).getFirst();
        assertThat(finding.item()).isEqualTo("CI012");
        ExemptionOffer offer = finding.offers().getFirst();
        assertThat(offer.entry().id()).isEqualTo("EX40");
        assertThat(offer.isOpen()).isTrue();
        assertThat(offer.checks())
                .extracting(check -> check.condition().id() + " " + check.answer())
                .containsExactly(
                        "first HOLDS", "corrected BY_DEADLINE", "no-misleading TO_CONFIRM", "own-list TO_CONFIRM");
        assertThat(exemptions.of(visit.id()))
                .as("what was found without a problem is not exempted")
                .hasSize(1);
    }

    @Test
    void a_decision_orders_the_correction_and_stands_in_the_audit_log() {
        Visit visit = priceTag();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> decide(visit, true, Set.of("own-list"), "首次"))
                .withMessageStartingWith("confirmed:")
                .withMessageContaining("没有误导消费者")
                .withMessageNotContaining("本地公布的清单");
        assertThatIllegalArgumentException().isThrownBy(() -> decide(visit, true, PRICE_TAG, " "));
        ExemptionDecision decision = decide(visit, true, PRICE_TAG, "首次，当场整改");
        assertThat(decision.checks()).contains("first: HOLDS", "own-list: CONFIRMED");
        assertThat(exemptions.decisions(visit.id())).containsExactly(decision);
        Correction correction = after.corrections.ofVisit(visit.id()).getFirst();
        assertThat(correction.exempted()).isTrue();
        assertThat(after.house.audit.latest(shop.value(), 9))
                .extracting(AuditEntry::action)
                .startsWith("correction-ordered", "exemption-granted");
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> after.house
                        .jdbc
                        .sql("update supervision.exemption_decision set exempted = false")
                        .update());
    }

    @Test
    void the_same_violation_within_two_years_is_no_first_one() {
        penalty("2025-03-01", "未明码标价");
        Visit visit = priceTag();
        ConditionCheck first = first(visit);
        assertThat(first.answer()).isEqualTo(Answer.FAILS);
        assertThat(first.evidence()).singleElement().asString().contains("沈市监罚〔2025〕1号");
        assertThatIllegalStateException()
                .isThrownBy(() -> decide(visit, true, PRICE_TAG, "x"))
                .withMessageContaining("两年内没有同类违法记录");
        assertThat(decide(visit, false, Set.of(), "二年内已有处罚").exempted()).isFalse();
    }

    @Test
    void an_older_one_another_one_and_a_withdrawn_one_do_not_matter() {
        penalty("2024-11-22", "未明码标价");
        penalty("2026-03-01", "虚假广告");
        after.record(
                RecordKind.PENALTY,
                shop,
                Map.of(
                        "date",
                        "2026-05-01",
                        "document",
                        "W",
                        "category",
                        "罚款",
                        "violation",
                        "未明码标价",
                        "state",
                        "withdrawn"));
        assertThat(first(priceTag()).answer()).isEqualTo(Answer.HOLDS);
    }

    @Test
    void a_penalty_that_does_not_say_what_for_has_to_be_looked_at_by_a_person() {
        after.record(RecordKind.PENALTY, shop, Map.of("date", "2026-05-01", "document", "沈罚1", "category", "罚款"));
        ConditionCheck first = first(priceTag());
        assertThat(first.answer()).isEqualTo(Answer.TO_CONFIRM);
        assertThat(first.evidence()).singleElement().asString().contains("沈罚1");
    }

    @Test
    void an_earlier_finding_of_the_item_counts_as_well() {
        priceTag();
        after.house.clock.turn(Duration.ofDays(1));
        assertThat(first(priceTag()).answer()).isEqualTo(Answer.FAILS);
    }

    @Test
    void what_is_put_right_in_time_holds_and_what_is_not_fails() {
        Visit visit = priceTag();
        after.corrections.orderFromFindings();
        long id = after.corrections.ofVisit(visit.id()).getFirst().id();
        assertThat(corrected(visit)).isEqualTo(Answer.BY_DEADLINE);
        after.corrections.verify(id, false, "未改", "officer");
        assertThat(corrected(visit)).isEqualTo(Answer.FAILS);
        after.corrections.verify(id, true, "改了", "officer");
        assertThat(corrected(visit)).as("too late").isEqualTo(Answer.FAILS);
        assertThat(exemptions.of(visit.id()).getFirst().offers().getFirst().isOpen())
                .isFalse();
    }

    @Test
    void special_equipment_is_left_out() {
        Visit visit = after.done(shop, VisitKind.DAILY, Map.of("CI046", InspectionResult.CORRECTED_ON_ORDER));
        Exemptions.Finding finding = exemptions.of(visit.id()).getFirst();
        assertThat(finding.isExcluded()).isTrue();
        assertThat(finding.offers()).noneMatch(ExemptionOffer::isOpen);
        assertThatIllegalStateException()
                .isThrownBy(() -> exemptions.decide(visit.id(), "CI046", "EX50", true, Set.of(), "x", "regulator"));
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> exemptions.decide(visit.id(), "CI046", "EX40", true, Set.of(), "x", "regulator"));
    }

    private Visit priceTag() {
        return after.done(
                shop,
                VisitKind.CLUE,
                Map.of("CI012", InspectionResult.CORRECTED_ON_ORDER, "CI001", InspectionResult.NO_PROBLEM));
    }

    private ConditionCheck first(Visit visit) {
        return exemptions.of(visit.id()).getFirst().offers().getFirst().checks().getFirst();
    }

    private Answer corrected(Visit visit) {
        return exemptions
                .of(visit.id())
                .getFirst()
                .offers()
                .getFirst()
                .checks()
                .get(1)
                .answer();
    }

    private ExemptionDecision decide(Visit visit, boolean exempt, Set<String> confirmed, String reason) {
        return exemptions.decide(visit.id(), "CI012", "EX40", exempt, confirmed, reason, "regulator");
    }

    private void penalty(String date, String violation) {
        after.record(
                RecordKind.PENALTY,
                shop,
                Map.of("date", date, "document", "沈市监罚〔2025〕1号", "category", "罚款", "violation", violation));
    }
}
