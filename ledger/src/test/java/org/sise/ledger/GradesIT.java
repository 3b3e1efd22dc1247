package org.sise.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sise.ledger.LedgerFixture.code;
import static org.sise.ledger.LedgerFixture.registration;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sise.core.grade.Grade;
import org.sise.ledger.audit.AuditLog;
import org.sise.ledger.audit.AuditVerdict;
import org.sise.ledger.business.Business;
import org.sise.ledger.business.BusinessFilter;
import org.sise.ledger.business.BusinessOrder;
import org.sise.ledger.business.Businesses;
import org.sise.ledger.grade.GradeEntry;
import org.sise.ledger.grade.Grades;
import org.sise.ledger.grade.RegradeQueue;
import org.sise.ledger.outbox.Outbox;
import org.sise.ledger.outbox.OutboxEvent;
import org.sise.ledger.record.Knowledge;
import org.sise.ledger.record.RecordEntry;
import org.sise.ledger.record.Records;
import org.springframework.jdbc.core.simple.JdbcClient;

class GradesIT {

    private LedgerFixture ledger;
    private Grades grades;
    private Businesses businesses;
    private Outbox outbox;

    @BeforeEach
    void threeBusinesses() {
        ledger = new LedgerFixture();
        grades = new Grades(ledger.dataSource);
        businesses = new Businesses(ledger.dataSource);
        outbox = new Outbox(ledger.dataSource);
        List<RecordEntry> entries =
                List.of(registration(code(1), "中山面馆"), registration(code(2), "安定超市"), registration(code(3), "北站_酒店%"));
        ledger.transaction.executeWithoutResult(_ -> new Records(ledger.dataSource).append("register", 1, entries));
    }

    @Test
    void a_grade_becomes_the_present_one_and_only_a_changed_colour_is_an_event() {
        append(grade(code(1), Grade.BLUE, 1), grade(code(2), Grade.RED, 80));
        append(grade(code(1), Grade.BLUE, 2), grade(code(2), Grade.ORANGE, 40));

        assertThat(grades.distribution())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(Grade.BLUE, 1L, Grade.YELLOW, 0L, Grade.ORANGE, 1L, Grade.RED, 0L));
        assertThat(grades.history(code(1), 10)).hasSize(2);
        assertThat(grades.present(code(2)).orElseThrow().entry().grade()).isEqualTo(Grade.ORANGE);
        long id = grades.present(code(2)).orElseThrow().id();
        assertThat(grades.find(code(2), id)).isEqualTo(grades.present(code(2)));
        assertThat(grades.find(code(1), id)).isEmpty();

        List<OutboxEvent> events = outbox.next("test", 10);
        assertThat(events).extracting(OutboxEvent::subject).containsExactly(code(1), code(2), code(2));
        assertThat(events.getLast().payload()).contains("\"before\": 3", "\"after\": 2");
        outbox.acknowledge("test", events.get(1).position());
        assertThat(outbox.next("test", 10)).hasSize(1);
        assertThat(outbox.next("another", 10)).hasSize(3);
    }

    @Test
    void lists_are_paged_sorted_and_filtered_and_their_text_is_not_a_pattern() {
        append(grade(code(1), Grade.BLUE, 1), grade(code(2), Grade.RED, 80), grade(code(3), Grade.BLUE, 5));

        assertThat(walk(BusinessFilter.ALL, BusinessOrder.WORST)).containsExactly("安定超市", "北站_酒店%", "中山面馆");
        assertThat(walk(BusinessFilter.ALL, BusinessOrder.NAME)).containsExactly("安定超市", "北站_酒店%", "中山面馆");
        assertThat(walk(BusinessFilter.ALL, BusinessOrder.CODE)).containsExactly("中山面馆", "安定超市", "北站_酒店%");
        assertThat(walk(text("%"), BusinessOrder.CODE)).containsExactly("北站_酒店%");
        assertThat(walk(text(code(2).substring(6).toLowerCase(java.util.Locale.ROOT)), BusinessOrder.CODE))
                .containsExactly("安定超市");
        assertThat(walk(
                        new BusinessFilter(null, Grade.BLUE, List.of("2101"), List.of("62"), null),
                        BusinessOrder.WORST))
                .containsExactly("北站_酒店%", "中山面馆");
        assertThat(businesses.count(new BusinessFilter(null, null, List.of("22"), List.of(), null)))
                .isZero();
        assertThatThrownBy(() -> businesses.page(BusinessFilter.ALL, BusinessOrder.NAME, "nonsense", 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_ticket_taken_in_a_transaction_that_fails_is_there_again() {
        RegradeQueue queue = new RegradeQueue(ledger.dataSource);
        assertThatThrownBy(() -> ledger.transaction.executeWithoutResult(_ -> {
                    assertThat(queue.take(10)).hasSize(3);
                    throw new IllegalStateException("cut short");
                }))
                .hasMessage("cut short");
        assertThat(queue.size()).isEqualTo(3);
        queue.addAll("nightly");
        assertThat(ledger.transaction.<List<String>>execute(_ -> queue.take(100)))
                .hasSize(3);
    }

    @Test
    void a_business_is_taken_with_all_its_tickets() {
        RegradeQueue queue = new RegradeQueue(ledger.dataSource);
        queue.add(List.of(code(2), code(1), code(1), code(3)), "records");
        assertThat(queue.size()).isEqualTo(7);
        List<String> first = ledger.transaction.execute(_ -> queue.take(1));
        assertThat(first).hasSize(1);
        assertThat(queue.size()).isEqualTo(first.equals(List.of(code(1))) ? 4 : 5);
        assertThat(ledger.transaction.<List<String>>execute(_ -> queue.take(10)))
                .hasSize(2)
                .doesNotContain(first.getFirst());
        assertThat(queue.size()).isZero();
    }

    @Test
    void only_one_transaction_takes_tickets_at_a_time() {
        RegradeQueue queue = new RegradeQueue(ledger.dataSource);
        ledger.transaction.executeWithoutResult(_ -> {
            assertThat(queue.take(1)).hasSize(1);
            List<String> others = java.util.concurrent.CompletableFuture.supplyAsync(
                            () -> ledger.transaction.<List<String>>execute(_ -> queue.take(1)))
                    .join();
            assertThat(others).isEmpty();
        });
        assertThat(queue.size()).isEqualTo(2);
    }

    @Test
    void an_altered_or_missing_line_of_the_audit_log_is_found() {
        AuditLog audit = new AuditLog(ledger.dataSource, Clock.systemUTC());
        for (int i = 0; i < 5; i++) {
            int n = i;
            ledger.transaction.executeWithoutResult(_ -> audit.append("监管员", "plan-committed", "P" + n, "{}"));
        }
        AuditVerdict before = audit.verify();
        assertThat(before.fault()).isNull();
        assertThat(before.head().size()).isEqualTo(5);
        assertThat(audit.latest("P3", 10)).hasSize(1);

        JdbcClient jdbc = JdbcClient.create(ledger.dataSource);
        jdbc.sql("alter table ledger.audit disable trigger audit_append_only").update();
        jdbc.sql("update ledger.audit set actor = '别人' where seq = 2").update();
        assertThat(audit.verify().fault()).contains("2");
        jdbc.sql("delete from ledger.audit where seq = 2").update();
        assertThat(audit.verify().fault()).contains("缺第2行");
        assertThat(audit.verify().head()).isNotEqualTo(before.head());
    }

    private List<String> walk(BusinessFilter filter, BusinessOrder order) {
        List<String> names = new ArrayList<>();
        String cursor = null;
        do {
            Page<Business> page = businesses.page(filter, order, cursor, 1);
            page.items().forEach(business -> names.add(business.name()));
            assertThat(page.total()).isEqualTo(businesses.count(filter));
            cursor = page.next();
        } while (cursor != null);
        return names;
    }

    private static BusinessFilter text(String text) {
        return new BusinessFilter(text, null, List.of(), List.of(), null);
    }

    private static GradeEntry grade(String code, Grade grade, int risk) {
        return new GradeEntry(
                code,
                grade,
                BigDecimal.valueOf(risk),
                BigDecimal.valueOf(risk),
                LocalDate.of(2026, 11, 22),
                "p",
                "1",
                "00",
                "{\"a\":\"\\\\t\"}",
                "11",
                Knowledge.at(Instant.parse("2026-11-22T00:00:00Z")));
    }

    private void append(GradeEntry... entries) {
        ledger.transaction.executeWithoutResult(_ -> grades.append(List.of(entries)));
    }
}
