package org.sise.supervision.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sise.core.code.CreditCode;
import org.sise.core.grade.Grade;
import org.sise.core.record.InspectionResult;
import org.sise.ledger.Page;
import org.sise.ledger.audit.AuditEntry;
import org.sise.supervision.visit.AfterVisitFixture;
import org.sise.supervision.visit.Visit;
import org.sise.supervision.visit.VisitKind;

class CorrectionsIT {

    private AfterVisitFixture after;
    private Corrections corrections;
    private CreditCode shop;
    private Visit visit;

    @BeforeEach
    void a_visit_that_ordered_a_correction() {
        after = new AfterVisitFixture();
        corrections = after.corrections;
        shop = after.house.shop(1, Grade.RED);
        visit = after.done(
                shop,
                VisitKind.DAILY,
                Map.of("CI012", InspectionResult.CORRECTED_ON_ORDER, "CI001", InspectionResult.NO_PROBLEM));
    }

    @Test
    void a_finding_sets_a_deadline_in_working_days_by_its_items_category_once() {
        assertThat(corrections.orderFromFindings()).isEqualTo(1);
        assertThat(corrections.orderFromFindings()).isZero();
        Correction ordered = corrections.ofVisit(visit.id()).getFirst();
        assertThat(ordered.item()).isEqualTo("CI012");
        assertThat(ordered.matter()).isEqualTo("价签缺失");
        assertThat(ordered.due()).isEqualTo(after.calendar.plus(LocalDate.of(2026, 11, 23), 15));
        assertThat(ordered.state()).isEqualTo(CorrectionState.ORDERED);
        assertThat(after.events(Corrections.ORDERED)).containsExactly(shop.value());
        assertThat(after.house.audit.latest(shop.value(), 1))
                .extracting(AuditEntry::action)
                .containsExactly("correction-ordered");
    }

    @Test
    void an_officer_may_set_the_deadline_before_the_rules_do() {
        LocalDate due = after.today().plusDays(2);
        Correction ordered = corrections.order(shop.value(), visit.id(), "CI012", "补价签", due, false, "officer");
        assertThat(corrections.orderFromFindings()).isZero();
        assertThat(corrections.get(ordered.id()).due()).isEqualTo(due);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> corrections.order(
                        shop.value(), visit.id(), "CI001", "x", after.today().minusDays(1), false, "officer"))
                .withMessageStartingWith("due:");
    }

    @Test
    void reported_and_verified_it_leaves_the_result_as_it_was() {
        long id = ordered();
        assertThatIllegalArgumentException().isThrownBy(() -> corrections.report(id, " ", "company"));
        assertThat(corrections.report(id, "已补齐价签", "company").state()).isEqualTo(CorrectionState.REPORTED);
        assertThat(corrections.verify(id, true, "现场核查，价签齐全", "officer").state()).isEqualTo(CorrectionState.VERIFIED);
        assertThat(after.result(visit)).isEqualTo("corrected-on-order 1");
        assertThatExceptionOfType(CorrectionStateException.class)
                .isThrownBy(() -> corrections.report(id, "再报", "company"))
                .withMessageContaining("已核实改正");
        assertThat(corrections.history(id))
                .extracting(CorrectionEvent::state)
                .containsExactly(CorrectionState.ORDERED, CorrectionState.REPORTED, CorrectionState.VERIFIED);
    }

    @Test
    void what_is_not_put_right_becomes_a_result_to_be_handled_further_and_back_again() {
        long id = ordered();
        corrections.verify(id, false, "仍无价签", "officer");
        assertThat(after.result(visit)).isEqualTo("pending 2");
        assertThat(after.events("result-corrected")).containsExactly(shop.value());
        corrections.report(id, "补好了", "company");
        corrections.verify(id, true, "齐全", "officer");
        assertThat(after.result(visit)).isEqualTo("corrected-on-order 3");
    }

    @Test
    void each_deadline_is_reminded_of_once_and_overdue_once() {
        long id = ordered();
        assertThat(corrections.remind()).isZero();
        LocalDate due = corrections.get(id).due();
        while (after.calendar.between(after.today(), due)
                > CorrectionRules.standard().remind()) {
            after.house.clock.turn(Duration.ofDays(1));
        }
        assertThat(corrections.remind()).isEqualTo(1);
        assertThat(corrections.remind()).isZero();
        assertThat(after.events(Corrections.NEAR)).containsExactly(shop.value());
        while (!after.today().isAfter(due)) {
            assertThat(corrections.get(id).state()).isEqualTo(CorrectionState.ORDERED);
            after.house.clock.turn(Duration.ofDays(1));
        }
        assertThat(corrections.remind()).isEqualTo(1);
        assertThat(corrections.remind()).isZero();
        assertThat(corrections.get(id).state()).isEqualTo(CorrectionState.OVERDUE);
        assertThat(after.events(Corrections.OVERDUE)).containsExactly(shop.value());
        LocalDate later = after.calendar.plus(after.today(), 2);
        corrections.extend(id, later, "停电", "regulator");
        assertThat(corrections.get(id).state()).isEqualTo(CorrectionState.EXTENDED);
        assertThat(corrections.remind()).as("the new deadline is near").isEqualTo(1);
        assertThat(after.events(Corrections.NEAR)).hasSize(2);
    }

    @Test
    void a_reminder_whose_transaction_broke_off_is_sent_once_after_all() {
        long id = ordered();
        while (after.calendar.between(after.today(), corrections.get(id).due()) > 3) {
            after.house.clock.turn(Duration.ofDays(1));
        }
        after.house.transaction.executeWithoutResult(status -> {
            assertThat(corrections.remind()).isEqualTo(1);
            status.setRollbackOnly();
        });
        assertThat(after.events(Corrections.NEAR)).isEmpty();
        assertThat(corrections.remind()).isEqualTo(1);
        assertThat(after.events(Corrections.NEAR)).hasSize(1);
    }

    @Test
    void an_extension_has_its_reason_and_its_limits() {
        long id = ordered();
        LocalDate due = corrections.get(id).due();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> corrections.extend(id, due.plusDays(1), "", "regulator"))
                .withMessageStartingWith("reason:");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> corrections.extend(id, due, "x", "regulator"))
                .withMessageStartingWith("due:");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> corrections.extend(id, due.plusDays(365), "x", "regulator"));
        corrections.extend(id, due.plusDays(1), "停电", "regulator");
        corrections.extend(id, due.plusDays(2), "停电", "regulator");
        assertThatIllegalStateException()
                .isThrownBy(() -> corrections.extend(id, due.plusDays(3), "停电", "regulator"))
                .withMessageContaining("2");
        assertThat(corrections.get(id).firstDue()).isEqualTo(due);
    }

    @Test
    void the_list_goes_by_deadline_and_by_business() {
        long first = ordered();
        CreditCode other = after.house.shop(2, Grade.RED);
        after.done(
                other,
                VisitKind.DAILY,
                Map.of("CI009", InspectionResult.CORRECTED_ON_ORDER, "CI045", InspectionResult.CORRECTED_ON_ORDER));
        corrections.orderFromFindings();
        Page<Correction> page = corrections.list(CorrectionFilter.ALL, null, null, 2);
        assertThat(page.items()).extracting(Correction::item).containsExactly("CI045", "CI009");
        assertThat(page.total()).isEqualTo(3);
        assertThat(corrections.list(CorrectionFilter.ALL, null, page.next(), 2).items())
                .extracting(Correction::id)
                .containsExactly(first);
        assertThat(corrections.list(CorrectionFilter.ALL, shop.value(), null, 9).items())
                .extracting(Correction::id)
                .containsExactly(first);
        LocalDate due = page.items().getLast().due();
        CorrectionFilter named =
                new CorrectionFilter(CorrectionState.ORDERED, "面馆2", "市场监管", due, true, CorrectionFilter.Order.LATEST);
        assertThat(corrections.list(named, null, null, 9).items()).hasSize(2);
        assertThat(corrections
                        .list(new CorrectionFilter(null, null, "税务", null, false, named.order()), null, null, 9)
                        .items())
                .isEmpty();
        assertThat(corrections.departments(shop.value())).containsExactly("市场监管");
        assertThat(page.items().getFirst().departments()).containsExactly("市场监管");
        corrections.verify(page.items().getFirst().id(), true, "已补", "officer");
        Page<Correction> open = corrections.list(CorrectionFilter.ALL, null, null, 2);
        assertThat(open.items()).extracting(Correction::item).containsExactly("CI009", "CI012");
        assertThat(corrections.list(CorrectionFilter.ALL, null, open.next(), 2).items())
                .extracting(Correction::item)
                .containsExactly("CI045");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> corrections.list(CorrectionFilter.ALL, null, "nonsense", 9));
    }

    private long ordered() {
        corrections.orderFromFindings();
        return corrections.ofVisit(visit.id()).getFirst().id();
    }
}
