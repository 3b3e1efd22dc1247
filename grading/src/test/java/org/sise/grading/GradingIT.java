package org.sise.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.sise.core.code.CreditCode;
import org.sise.core.code.OrganisationCode;
import org.sise.core.grade.Grade;
import org.sise.core.record.RecordKind;
import org.sise.core.record.RecordShape;
import org.sise.engines.testing.TestDatabase;
import org.sise.engines.testing.TestEngines;
import org.sise.ledger.Migrations;
import org.sise.ledger.grade.Grades;
import org.sise.ledger.grade.RegradeQueue;
import org.sise.ledger.grade.StoredGrade;
import org.sise.ledger.record.RecordEntry;
import org.sise.ledger.record.Records;
import org.sise.scoring.read.BuiltIn;
import org.sise.scoring.receipt.Receipt;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class GradingIT {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T04:00:00Z"), SHANGHAI);

    private TransactionTemplate transaction;
    private Records records;
    private Grades grades;
    private RegradeQueue queue;
    private Grading grading;

    @BeforeEach
    void anEmptyLedger() {
        TestDatabase database = TestEngines.freshDatabase();
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(database.user());
        source.setPassword(database.password());
        Migrations.migrate(source, "ledger");
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        records = new Records(source);
        grades = new Grades(source);
        queue = new RegradeQueue(source);
        grading = new Grading(source, transaction, BuiltIn.policy("shenfu-four-colour"), NOON);
    }

    @Test
    void a_penalty_changes_the_colour_and_its_withdrawal_changes_it_back() {
        append(registration(code(1), "6210"));
        assertThat(grading.gradeAll(10)).isEqualTo(1);
        assertThat(colour(code(1))).isEqualTo(Grade.BLUE);

        append(penalty(code(1), "serious", "effective"));
        grading.gradeAll(10);
        StoredGrade worse = grades.present(code(1)).orElseThrow();
        assertThat(worse.entry().grade()).isNotEqualTo(Grade.BLUE);
        assertThat(worse.entry().receipt()).contains("沈市监处罚〔2026〕1号");

        append(penalty(code(1), "serious", "withdrawn"));
        grading.gradeAll(10);
        StoredGrade after = grades.present(code(1)).orElseThrow();
        assertThat(after.entry().grade()).isEqualTo(Grade.BLUE);
        assertThat(after.entry().receipt()).contains("\"weightless\":[{").contains("沈市监处罚〔2026〕1号");
        assertThat(grades.history(code(1), 10)).hasSize(3);
    }

    @Test
    void a_receipt_can_be_made_again_from_the_ledger_byte_for_byte() {
        append(registration(code(1), "6210"), penalty(code(1), "general", "effective"));
        grading.gradeAll(10);
        StoredGrade stored = grades.present(code(1)).orElseThrow();
        append(penalty(code(1), "serious", "effective"));
        grading.gradeAll(10);

        Receipt again = grading.replay(stored);
        assertThat(again.json()).isEqualTo(stored.entry().receipt());
        assertThat(again.digest()).isEqualTo(stored.entry().receiptDigest());
        assertThat(grades.present(code(1)).orElseThrow().entry().receipt()).isNotEqualTo(again.json());
    }

    @Test
    void a_receipt_replayed_leaves_out_what_another_transaction_had_written_but_not_committed() throws Exception {
        append(registration(code(1), "6210"));
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch graded = new CountDownLatch(1);
        Thread slow = Thread.ofPlatform()
                .start(() -> transaction.executeWithoutResult(_ -> {
                    records.append("feed", 2, List.of(penalty(code(1), "serious", "effective")));
                    written.countDown();
                    await(graded);
                }));
        await(written);
        grading.gradeAll(10);
        StoredGrade before = grades.present(code(1)).orElseThrow();
        graded.countDown();
        slow.join();

        assertThat(before.entry().receipt()).doesNotContain("1号");
        assertThat(grading.replay(before).json()).isEqualTo(before.entry().receipt());
        assertThat(grading.gradeAll(10)).isEqualTo(1);
        assertThat(grades.present(code(1)).orElseThrow().entry().receipt()).contains("1号");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_business_outside_the_policys_scope_gets_no_grade() {
        append(registration(code(1), "6210", "110101"));
        assertThat(grading.gradeAll(10)).isEqualTo(1);
        assertThat(grades.present(code(1))).isEmpty();
        assertThat(queue.size()).isZero();
    }

    @Test
    void many_businesses_are_graded_batch_by_batch() {
        List<RecordEntry> entries = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) {
            entries.add(registration(code(i), "5211"));
        }
        append(entries.toArray(RecordEntry[]::new));
        assertThat(grading.gradeNext(1_000)).isEqualTo(1_000);
        assertThat(grading.gradeAll(1_000)).isEqualTo(1_500);
        assertThat(grades.distribution()).containsEntry(Grade.BLUE, 2_500L);
    }

    private Grade colour(String code) {
        return grades.present(code).orElseThrow().entry().grade();
    }

    private void append(RecordEntry... entries) {
        transaction.executeWithoutResult(_ -> records.append("feed", 1, List.of(entries)));
    }

    private static RecordEntry registration(String code, String industry) {
        return registration(code, industry, "211500");
    }

    private static RecordEntry registration(String code, String industry, String region) {
        return entry(
                RecordKind.REGISTRATION,
                code,
                Map.of(
                        "subject",
                        code,
                        "date",
                        "2020-01-01",
                        "department",
                        "市场监督管理局",
                        "name",
                        "店" + code,
                        "status",
                        "operating",
                        "region",
                        region,
                        "industry",
                        industry));
    }

    private static RecordEntry penalty(String code, String severity, String state) {
        return entry(
                RecordKind.PENALTY,
                "沈市监处罚〔2026〕1号",
                Map.of(
                        "subject",
                        code,
                        "date",
                        "2026-06-01",
                        "department",
                        "市场监督管理局",
                        "document",
                        "沈市监处罚〔2026〕1号",
                        "category",
                        "罚款",
                        "severity",
                        severity,
                        "state",
                        state));
    }

    private static RecordEntry entry(RecordKind kind, String key, Map<String, String> texts) {
        return new RecordEntry(RecordShape.of(kind).read(new HashMap<>(texts)), key, 1, "{}");
    }

    private static String code(int n) {
        String body = "FX%06d".formatted(n);
        String first17 = "91211500" + body + OrganisationCode.checkCharacter(body);
        return first17 + CreditCode.checkCharacter(first17);
    }
}
