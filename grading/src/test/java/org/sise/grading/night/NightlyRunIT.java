package org.sise.grading.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.sql.DataSource;
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
import org.sise.grading.Grading;
import org.sise.grading.approval.PolicyVersion;
import org.sise.grading.approval.PolicyVersions;
import org.sise.ledger.Migrations;
import org.sise.ledger.audit.AuditLog;
import org.sise.ledger.grade.Grades;
import org.sise.ledger.grade.RegradeQueue;
import org.sise.ledger.grade.StoredGrade;
import org.sise.ledger.record.RecordEntry;
import org.sise.ledger.record.Records;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.read.BuiltIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class NightlyRunIT {

    private static final int BUSINESSES = 300;
    private static final Clock BEFORE = clock("2026-03-01T04:00:00Z");
    private static final Clock AFTER = clock("2026-11-22T17:30:00Z");
    private static final Policy POLICY = BuiltIn.policy("shenfu-four-colour");
    private static final Clock NEXT = clock("2026-11-23T17:30:00Z");

    private House house;

    /** A ledger of its own. */
    private record House(DataSource source, TransactionTemplate transaction) {
        PolicyVersions versions(Clock clock) {
            return new PolicyVersions(
                    source, new DataSourceTransactionManager(source), new AuditLog(source, clock), clock);
        }

        Grading grading(Clock clock) {
            return new Grading(source, transaction, versions(clock), clock);
        }

        /** Puts a policy in force on a day by two people's approval. */
        void approve(byte[] file, LocalDate from, Clock clock) {
            PolicyVersions versions = versions(clock);
            PolicyVersion draft = versions.draft(file, "author");
            JdbcClient.create(source)
                    .sql("""
                            insert into grading.what_if (draft_digest, against_digest, finished_at)
                            values (:draft, :against, now())""")
                    .param("draft", draft.digest())
                    .param("against", POLICY.digest())
                    .update();
            versions.submit(draft.id(), from, false, "author");
            versions.approve(draft.id(), false, null, "first");
            versions.approve(draft.id(), false, null, "second");
        }

        NightlyRun night(Clock clock) {
            return new NightlyRun(source, grading(clock), clock);
        }

        void append(RecordEntry... entries) {
            transaction.executeWithoutResult(_ -> new Records(source).append("feed", 1, List.of(entries)));
        }

        StoredGrade present(int business) {
            return new Grades(source).present(code(business)).orElseThrow();
        }

        /** Grade, score and decision by business, and the receipt but for the instant of its knowledge. */
        Map<String, String> standings(boolean withReceipts) {
            Map<String, String> standings = new TreeMap<>();
            for (int b = 0; b < BUSINESSES; b++) {
                new Grades(source).present(code(b)).ifPresent(stored -> {
                    String receipt = stored.entry().receipt().replaceFirst("\"knownAt\":\"[^\"]*\"", "");
                    standings.put(
                            stored.entry().subject(),
                            stored.entry().grade() + " "
                                    + stored.entry().score().stripTrailingZeros() + (withReceipts ? receipt : ""));
                });
            }
            return standings;
        }

        long grades(LocalDate asOf) {
            return JdbcClient.create(source)
                    .sql("select count(*) from ledger.grade where as_of = :asOf")
                    .param("asOf", asOf)
                    .query(Long.class)
                    .single();
        }
    }

    @BeforeEach
    void aLedgerGradedInSpring() {
        house = house();
        assertThat(house.grading(BEFORE).gradeAll(100)).isEqualTo(BUSINESSES);
    }

    @Test
    void the_nightly_run_brings_everybody_where_the_queue_would() {
        Map<String, String> before = house.standings(false);
        Night night = house.night(AFTER).run();

        House other = house();
        other.grading(BEFORE).gradeAll(100);
        new RegradeQueue(other.source).addAll("test");
        other.grading(AFTER).gradeAll(100);

        assertThat(night.asOf()).isEqualTo(LocalDate.parse("2026-11-23"));
        assertThat(night.businesses()).isEqualTo(BUSINESSES);
        assertThat(night.moved()).isBetween(10L, BUSINESSES - 10L).isEqualTo(night.regraded());
        Map<String, String> after = house.standings(false);
        assertThat(after).isEqualTo(other.standings(false)).isNotEqualTo(before);
        Map<String, String> theirs = other.standings(true);
        Map<String, String> ours = house.standings(true);
        int sameReceipts = 0;
        for (String code : after.keySet()) {
            if (!after.get(code).equals(before.get(code))) {
                assertThat(ours.get(code)).isEqualTo(theirs.get(code));
                sameReceipts++;
            }
        }
        assertThat(sameReceipts).isEqualTo((int) night.moved());
        assertThat(new Nights(house.source).last()).contains(night);
    }

    @Test
    void a_second_run_of_the_same_day_moves_nobody() {
        house.night(AFTER).run();
        long grades = house.grades(LocalDate.parse("2026-11-23"));
        Night second = house.night(AFTER).run();
        assertThat(second.moved()).isZero();
        assertThat(house.grades(LocalDate.parse("2026-11-23"))).isEqualTo(grades);
    }

    @Test
    void a_run_that_is_killed_is_completed_by_the_next_without_grading_anybody_twice() {
        assertThatThrownBy(() -> house.night(AFTER).run(7, graded -> {
                    if (graded >= 21) {
                        throw new IllegalStateException("killed");
                    }
                }))
                .hasMessage("killed");
        assertThat(house.grades(LocalDate.parse("2026-11-23"))).isEqualTo(21);
        assertThat(new Nights(house.source).last()).isEmpty();

        Night night = house.night(AFTER).run();

        House whole = house();
        whole.grading(BEFORE).gradeAll(100);
        Night uncut = whole.night(AFTER).run();
        assertThat(night.regraded()).isEqualTo(uncut.regraded() - 21);
        assertThat(house.grades(LocalDate.parse("2026-11-23"))).isEqualTo(uncut.regraded());
        assertThat(house.standings(true)).isEqualTo(whole.standings(true));
    }

    @Test
    void records_that_arrive_meanwhile_are_neither_lost_nor_graded_on_less_than_is_known() {
        int late = BUSINESSES - 1;
        int[] calls = {0};
        Night night = house.night(AFTER).run(10, _ -> {
            if (calls[0]++ == 0) {
                house.append(penalty(late, "late", "2026-11-20", "serious", "effective"));
                house.grading(AFTER).gradeAll(100);
                house.append(penalty(late, "later", "2026-11-21", "serious", "effective"));
            }
        });
        assertThat(new RegradeQueue(house.source).size()).isEqualTo(1);
        assertThat(night.regraded()).isLessThanOrEqualTo(night.moved());
        house.grading(AFTER).gradeAll(100);
        assertThat(house.present(late).entry().grade()).isEqualTo(Grade.RED);
        assertThat(house.present(late).entry().receipt()).contains("late", "later");
        assertThat(house.night(AFTER).run().moved()).isZero();
    }

    @Test
    void under_another_policy_everybody_gets_a_new_grade_once() {
        house.night(AFTER).run();
        house.approve(another(), LocalDate.now(NEXT), AFTER);
        Night night = house.night(NEXT).run();
        assertThat(night.regraded()).isEqualTo(BUSINESSES);
        assertThat(house.present(0).entry().policyDigest()).isEqualTo(night.policyDigest());
        assertThat(night.policyDigest()).isNotEqualTo(POLICY.digest());
        assertThat(house.night(NEXT).run().moved()).isZero();
    }

    @Test
    void a_corrected_record_counts_once_in_its_latest_version() {
        house.append(penalty(5, "P", "2026-10-01", "serious", "effective"));
        house.append(penalty(5, "P", "2026-10-01", "serious", "withdrawn"));
        house.grading(AFTER).gradeAll(100);
        String receipt = house.present(5).entry().receipt();
        assertThat(receipt).contains("withdrawn");
        house.night(AFTER).run();
        assertThat(house.present(5).entry().receipt()).isEqualTo(receipt);
    }

    private static House house() {
        TestDatabase database = TestEngines.freshDatabase();
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(database.user());
        source.setPassword(database.password());
        Migrations.migrate(source, "ledger");
        Migrations.migrate(source, "grading");
        House house = new House(source, new TransactionTemplate(new DataSourceTransactionManager(source)));
        house.versions(BEFORE).install(BuiltIn.policyFile("shenfu-four-colour"));
        Random random = new Random(11);
        List<RecordEntry> entries = new ArrayList<>();
        for (int b = 0; b < BUSINESSES; b++) {
            entries.add(registration(b, LocalDate.of(2020, 1, 1).plusDays(random.nextInt(2_300))));
            for (int n = random.nextInt(4); n > 0; n--) {
                LocalDate date = LocalDate.of(2023, 6, 1).plusDays(random.nextInt(1_000));
                String severity = List.of("minor", "general", "serious").get(random.nextInt(3));
                String state = List.of("effective", "corrected", "withdrawn", "repaired", "expired")
                        .get(random.nextInt(5));
                entries.add(penalty(b, b + "-" + n, date.toString(), severity, state));
            }
        }
        house.append(entries.toArray(RecordEntry[]::new));
        return house;
    }

    private static RecordEntry registration(int business, LocalDate date) {
        Map<String, String> texts = Map.of(
                "subject",
                code(business),
                "date",
                date.toString(),
                "department",
                "市场监督管理局",
                "name",
                "店" + business,
                "status",
                "operating",
                "region",
                "211500",
                "industry",
                "6210");
        return new RecordEntry(
                RecordShape.of(RecordKind.REGISTRATION).read(new HashMap<>(texts)), code(business), 1, "{}");
    }

    private static RecordEntry penalty(int business, String key, String date, String severity, String state) {
        Map<String, String> texts = Map.of(
                "subject",
                code(business),
                "date",
                date,
                "department",
                "市场监督管理局",
                "document",
                key,
                "category",
                "罚款",
                "severity",
                severity,
                "publishedUntil",
                LocalDate.parse(date).plusMonths(12).toString(),
                "state",
                state);
        return new RecordEntry(RecordShape.of(RecordKind.PENALTY).read(new HashMap<>(texts)), key, 1, "{}");
    }

    private static String code(int n) {
        String body = "FX%06d".formatted(n);
        String first17 = "91211500" + body + OrganisationCode.checkCharacter(body);
        return first17 + CreditCode.checkCharacter(first17);
    }

    private static Clock clock(String instant) {
        return Clock.fixed(Instant.parse(instant), ZoneId.of("Asia/Shanghai"));
    }

    /** The same rules by another version. */
    private static byte[] another() {
        return new String(BuiltIn.policyFile("shenfu-four-colour"), StandardCharsets.UTF_8)
                .replace("version: \"2\"", "version: \"3\"")
                .getBytes(StandardCharsets.UTF_8);
    }
}
