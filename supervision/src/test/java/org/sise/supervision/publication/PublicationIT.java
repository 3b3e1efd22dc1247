package org.sise.supervision.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sise.core.calendar.WorkingCalendar;
import org.sise.core.code.CreditCode;
import org.sise.core.csv.CsvTable;
import org.sise.core.grade.Grade;
import org.sise.core.record.InspectionResult;
import org.sise.ledger.Page;
import org.sise.supervision.visit.AfterVisitFixture;
import org.sise.supervision.visit.Visit;
import org.sise.supervision.visit.VisitKind;

class PublicationIT {

    private AfterVisitFixture after;
    private ResultPublications publications;
    private Published published;
    private CreditCode shop;
    private Visit visit;

    @BeforeEach
    void a_visit_is_over() {
        after = new AfterVisitFixture();
        publications = publications(after.calendar);
        published = new Published(after.house.dataSource, PublicationKinds.standard());
        shop = after.house.shop(1, Grade.RED);
        visit = after.done(shop, VisitKind.CLUE, Map.of("CI012", InspectionResult.CORRECTED_ON_ORDER));
    }

    @Test
    void a_result_waits_twenty_working_days_and_is_published_once() {
        WaitingResult waiting =
                publications.waiting(false, null, null, 9).items().getFirst();
        assertThat(waiting.due()).isEqualTo(after.calendar.plus(LocalDate.of(2026, 11, 23), 20));
        assertThat(waiting.isMoved()).isFalse();
        assertThat(publications.overdue()).isZero();
        assertThat(published.results(null, null, 9).items()).isEmpty();
        assertThat(publications.publish(visit.id(), "regulator")).isTrue();
        assertThat(publications.publish(visit.id(), "regulator")).isFalse();
        assertThat(publications.waiting(false, null, null, 9).items()).isEmpty();
        assertThat(after.events(ResultPublications.PUBLISHED)).containsExactly(shop.value());
    }

    @Test
    void a_notice_on_holidays_that_comes_later_moves_the_last_day_and_both_are_told() {
        WorkingCalendar later = after.calendar.with(CsvTable.parse("""
            date,kind,name,year,status,source,confidence
            2026-12-01,holiday,临时放假,2026,announced,test,source-read
            """));
        WaitingResult waiting =
                publications(later).waiting(false, null, null, 9).items().getFirst();
        assertThat(waiting.isMoved()).isTrue();
        assertThat(waiting.due()).isAfter(waiting.dueThen());
        assertThat(waiting.dueThen()).isEqualTo(after.calendar.plus(LocalDate.of(2026, 11, 23), 20));
    }

    @Test
    void on_the_last_day_it_is_published_by_itself_and_after_it_it_is_overdue() {
        LocalDate due =
                publications.waiting(false, null, null, 9).items().getFirst().due();
        while (after.today().isBefore(due)) {
            assertThat(publications.publishDue()).isZero();
            after.house.clock.turn(Duration.ofDays(1));
        }
        assertThat(publications.overdue()).isZero();
        after.house.clock.turn(Duration.ofDays(1));
        assertThat(publications.overdue()).isEqualTo(1);
        assertThat(publications.waiting(true, null, null, 9).items()).hasSize(1);
        assertThat(publications.publishDue()).isEqualTo(1);
        assertThat(publications.publishDue()).isZero();
        assertThat(published.results(null, null, 9).items()).hasSize(1);
    }

    @Test
    void the_public_sees_the_result_as_the_ledger_has_it_and_finds_it_by_business() {
        publications.publish(visit.id(), "regulator");
        PublishedResult shown = published.results("面馆1", null, 9).items().getFirst();
        assertThat(shown.result()).isEqualTo(InspectionResult.CORRECTED_ON_ORDER);
        assertThat(shown.department()).isEqualTo("市场监管");
        assertThat(shown.restated()).isFalse();
        assertThat(published.results(shop.value().substring(0, 12), null, 9).items())
                .hasSize(1);
        assertThat(published.results("没有这家", null, 9).items()).isEmpty();
        after.corrections.orderFromFindings();
        after.corrections.verify(
                after.corrections.ofVisit(visit.id()).getFirst().id(), false, "未改", "officer");
        PublishedResult later = published.result(shown.task()).orElseThrow();
        assertThat(later.result()).isEqualTo(InspectionResult.PENDING);
        assertThat(later.restated()).isTrue();
    }

    @Test
    void a_case_keeps_its_result_to_itself() {
        CreditCode other = after.house.shop(2, Grade.RED);
        Visit hidden = after.done(other, VisitKind.CASE, Map.of("CI012", InspectionResult.PENDING));
        assertThat(publications.waiting(false, null, null, 9).items())
                .extracting(WaitingResult::business)
                .containsExactly(shop.value());
        assertThatIllegalStateException().isThrownBy(() -> publications.publish(hidden.id(), "regulator"));
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> publications.publish(999, "regulator"));
    }

    @Test
    void lists_go_on_by_their_cursors() {
        for (int n = 2; n <= 4; n++) {
            Visit next = after.done(
                    after.house.shop(n, Grade.RED), VisitKind.DAILY, Map.of("CI012", InspectionResult.NO_PROBLEM));
            publications.publish(next.id(), "regulator");
        }
        publications.publish(visit.id(), "regulator");
        Page<PublishedResult> first = published.results(null, null, 3);
        assertThat(first.total()).isEqualTo(4);
        Page<PublishedResult> second = published.results(null, first.next(), 3);
        assertThat(second.items()).hasSize(1).doesNotContainAnyElementsOf(first.items());
        assertThat(second.next()).isNull();
        assertThatIllegalArgumentException().isThrownBy(() -> published.results(null, "x", 3));
        assertThat(published.plans(null, 5).items()).isEmpty();
    }

    private ResultPublications publications(WorkingCalendar calendar) {
        return new ResultPublications(
                after.house.dataSource,
                after.house.transactions,
                after.doors,
                PublicationKinds.standard(),
                () -> calendar,
                after.rules,
                after.house.clock);
    }
}
