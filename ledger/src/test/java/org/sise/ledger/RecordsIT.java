package org.sise.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sise.ledger.LedgerFixture.code;
import static org.sise.ledger.LedgerFixture.penalty;
import static org.sise.ledger.LedgerFixture.registration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sise.core.code.CreditCode;
import org.sise.core.money.Yuan;
import org.sise.core.record.Penalty;
import org.sise.core.record.RecordKind;
import org.sise.ledger.grade.RegradeQueue;
import org.sise.ledger.record.Appended;
import org.sise.ledger.record.Position;
import org.sise.ledger.record.RecordEntry;
import org.sise.ledger.record.Records;
import org.sise.ledger.record.StoredRecord;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class RecordsIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final CreditCode FIRST = new CreditCode(code(1));

    private LedgerFixture ledger;
    private Records records;

    @BeforeEach
    void anEmptyLedger() {
        ledger = new LedgerFixture();
        records = new Records(ledger.dataSource);
    }

    @Test
    void the_same_record_twice_is_one_and_another_content_is_a_new_version() {
        assertThat(append(penalty(code(1), "沈市监罚〔2026〕1号", "2026-03-01", "5000")))
                .isEqualTo(new Appended(1, 0, 0));
        assertThat(append(penalty(code(1), "沈市监罚〔2026〕1号", "2026-03-01", "5000.00")))
                .isEqualTo(new Appended(0, 1, 0));
        assertThat(append(penalty(code(1), "沈市监罚〔2026〕1号", "2026-03-01", "500")))
                .isEqualTo(new Appended(0, 0, 1));

        List<StoredRecord> known = records.of(FIRST, TODAY, Instant.now());
        assertThat(known).hasSize(1);
        assertThat(known.getFirst().version()).isEqualTo(2);
        assertThat(((Penalty) known.getFirst().record()).header().amount()).hasToString("500.00");
    }

    @Test
    void versions_of_one_matter_within_a_batch_keep_their_order() {
        assertThat(append(
                        penalty(code(1), "甲", "2026-03-01", "1"),
                        penalty(code(1), "甲", "2026-03-01", "1"),
                        penalty(code(1), "甲", "2026-03-01", "2"),
                        penalty(code(1), "甲", "2026-03-01", "1")))
                .isEqualTo(new Appended(1, 1, 2));
        StoredRecord latest = records.of(FIRST, TODAY, Instant.now()).getFirst();
        assertThat(latest.version()).isEqualTo(3);
        assertThat(latest.record().header().amount()).isEqualTo(new Yuan(new java.math.BigDecimal("1")));
    }

    @Test
    void a_business_can_be_seen_as_of_any_day_as_known_at_any_time() {
        append(penalty(code(1), "甲", "2026-03-01", "1000"));
        Instant before = databaseTime();
        append(penalty(code(1), "甲", "2026-03-01", "9000"), penalty(code(1), "乙", "2026-10-01", "1"));

        assertThat(records.of(FIRST, TODAY, before))
                .extracting(stored -> String.valueOf(stored.record().header().amount()))
                .containsExactly("1000.00");
        assertThat(records.of(FIRST, LocalDate.of(2026, 9, 30), databaseTime()))
                .extracting(stored -> String.valueOf(stored.record().header().amount()))
                .containsExactly("9000.00");
        assertThat(records.of(FIRST, LocalDate.of(2026, 2, 28), databaseTime())).isEmpty();
    }

    @Test
    void what_follows_from_records_is_written_in_their_transaction_or_not_at_all() {
        RegradeQueue queue = new RegradeQueue(ledger.dataSource);
        assertThatThrownBy(() -> ledger.transaction.executeWithoutResult(_ -> {
                    records.append("register", 1, List.of(registration(code(1), "甲店")));
                    throw new IllegalStateException("cut short");
                }))
                .hasMessage("cut short");
        assertThat(records.counts()).isEmpty();
        assertThat(queue.size()).isZero();

        append(registration(code(1), "甲店"), penalty(code(2), "乙", "2026-03-01", "1"));
        assertThat(records.counts()).containsEntry(RecordKind.REGISTRATION, 1L).containsEntry(RecordKind.PENALTY, 1L);
        assertThat(ledger.transaction.<List<String>>execute(_ -> queue.take(10)))
                .containsExactlyInAnyOrder(code(1), code(2));
        assertThat(queue.size()).isZero();
    }

    @Test
    void records_cannot_be_changed_or_removed() {
        append(penalty(code(1), "甲", "2026-03-01", "1"));
        JdbcClient jdbc = JdbcClient.create(ledger.dataSource);
        for (String attempt :
                List.of("update ledger.record set amount = 0", "delete from ledger.record", "truncate ledger.record")) {
            assertThatThrownBy(() -> jdbc.sql(attempt).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void writers_of_one_matter_at_the_same_time_leave_no_gap_and_no_double() throws Exception {
        try (ExecutorService writers = Executors.newFixedThreadPool(4)) {
            List<Future<Appended>> results = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String fine = String.valueOf(i % 5);
                results.add(writers.submit(() -> append(penalty(code(1), "甲", "2026-03-01", fine))));
            }
            Appended sum = Appended.NONE;
            for (Future<Appended> result : results) {
                sum = sum.plus(result.get());
            }
            assertThat(sum.fresh()).isEqualTo(1);
            assertThat(records.counts().get(RecordKind.PENALTY)).isEqualTo(sum.fresh() + sum.corrected());
            assertThat(records.of(FIRST, TODAY, Instant.now().plusSeconds(60))
                            .getFirst()
                            .version())
                    .isEqualTo(sum.fresh() + sum.corrected());
        }
    }

    @Test
    void relations_are_read_in_the_order_of_settled_transactions() {
        append(registration(code(1), "甲店"), registration(code(2), "乙店"));
        append(penalty(code(1), "丙", "2026-03-01", "1"), registration(code(3), "丁店"));
        List<StoredRecord> first = records.relationsAfter(Position.START, 2);
        List<StoredRecord> rest = records.relationsAfter(first.getLast().position(), 10);
        assertThat(first)
                .extracting(stored -> stored.record().header().subject().value())
                .containsExactly(code(1), code(2));
        assertThat(rest)
                .extracting(stored -> stored.record().header().subject().value())
                .containsExactly(code(3));
        assertThat(records.relationsAfter(rest.getLast().position(), 10)).isEmpty();
    }

    @Test
    void text_that_copy_could_trip_over_comes_back_as_it_was() {
        String odd = "甲\\店\t\"乙\"\n丙 \\N \\. 𠮷";
        RecordEntry plain = registration(code(1), odd);
        RecordEntry entry = new RecordEntry(plain.record(), plain.key(), 1, odd);
        append(entry);
        StoredRecord stored =
                records.of(FIRST, TODAY, Instant.now().plusSeconds(60)).getFirst();
        assertThat(((org.sise.core.record.Registration) stored.record()).name()).isEqualTo(odd);
        assertThat(records.original(stored.id()).orElseThrow().original()).isEqualTo(entry.original());
    }

    @Test
    void a_row_that_the_database_refuses_is_told_apart_from_a_database_that_is_gone() {
        RecordEntry plain = registration(code(1), "甲店");
        assertThatThrownBy(() -> ledger.transaction.executeWithoutResult(_ -> org.sise.ledger.CopyLine.copy(
                        ledger.dataSource,
                        "ledger.regrade_ticket (id, subject)",
                        List.of(plain),
                        (row, line) -> line.add("x").add(row.key()))))
                .isInstanceOf(org.springframework.dao.DataIntegrityViolationException.class);
    }

    private Appended append(RecordEntry... entries) {
        return ledger.transaction.execute(_ -> records.append("feed", 1, List.of(entries)));
    }

    private Instant databaseTime() {
        return JdbcClient.create(ledger.dataSource)
                .sql("select clock_timestamp()")
                .query(java.sql.Timestamp.class)
                .single()
                .toInstant();
    }
}
