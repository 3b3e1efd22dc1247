package org.sise.grading.approval;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sise.core.code.CreditCode;
import org.sise.core.code.OrganisationCode;
import org.sise.core.record.RecordKind;
import org.sise.core.record.RecordShape;
import org.sise.engines.testing.TestDatabase;
import org.sise.engines.testing.TestEngines;
import org.sise.grading.Grading;
import org.sise.ledger.Migrations;
import org.sise.ledger.audit.AuditEntry;
import org.sise.ledger.audit.AuditLog;
import org.sise.ledger.grade.Grades;
import org.sise.ledger.grade.RegradeQueue;
import org.sise.ledger.record.RecordEntry;
import org.sise.ledger.record.Records;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An installation with a small policy in force since 2026-01-01, in a database of its own, on a day that the test sets. */
final class ApprovalFixture {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    static final String AUTHOR = "maker";
    static final String FIRST = "approver";
    static final String SECOND = "approver2";

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String POLICY = """
            format: sise-policy/1
            policy: small
            version: "VERSION"
            title: {zh: 小规则, en: Small policy}
            in-force-from: 2026-01-01
            basis: 行政处罚法
            source: design
            confidence: low
            order: highest-first
            scope: {}
            grades:
              - {id: blue, colour: blue, zh: 蓝, en: blue}
              - {id: red, colour: red, zh: 红, en: red}
            dimensions:
              - {id: credit, zh: 信用, en: credit, weight: 1, start: 0, least: 0}
            indicators:
              - id: penalty
                dimension: credit
                kind: penalty
                measure: count
                points: POINTS
                age: any
                absent: {points: 0, zh: 无行政处罚, en: no penalty}
                basis: 行政处罚法 第48条
                says: {zh: "{date} {document} {points}", en: "{date} {document} {points}"}
            decision:
              bands:
                - {grade: blue, to: 20}
                - {grade: red, from: 20}
            """;

    final DataSource dataSource;
    final JdbcClient jdbc;
    final PolicyVersions versions;
    final PoliciesInForce inForce;
    final Grading grading;
    final Grades grades;
    final RegradeQueue queue;
    final AuditLog audit;
    final Clock clock;

    private final TransactionTemplate transaction;
    private final Records records;
    private volatile LocalDate today = TODAY;

    ApprovalFixture() {
        TestDatabase database = TestEngines.freshDatabase();
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(database.user());
        source.setPassword(database.password());
        Migrations.migrate(source, "ledger");
        Migrations.migrate(source, "grading");
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(source);
        this.clock = new NoonOfToday();
        this.dataSource = source;
        this.jdbc = JdbcClient.create(source);
        this.transaction = new TransactionTemplate(transactions);
        this.audit = new AuditLog(source, clock);
        this.versions = new PolicyVersions(source, transactions, audit, clock);
        this.inForce = new PoliciesInForce(source);
        this.grading = new Grading(source, transaction, versions, clock);
        this.grades = new Grades(source);
        this.queue = new RegradeQueue(source);
        this.records = new Records(source);
        versions.install(policy("1"));
    }

    /** A version by which a business with one penalty is blue. */
    static byte[] policy(String version) {
        return text(version, 10);
    }

    /** A version by which a business with one penalty is red. */
    static byte[] stricter(String version) {
        return text(version, 30);
    }

    private static byte[] text(String version, int points) {
        return POLICY.replace("VERSION", version)
                .replace("POINTS", Integer.toString(points))
                .getBytes(StandardCharsets.UTF_8);
    }

    void itIs(LocalDate day) {
        today = day;
    }

    PolicyVersion drafted(String version) {
        return versions.draft(policy(version), AUTHOR);
    }

    /** A version before the approvers, its what-if on record. */
    PolicyVersion submitted(String version, LocalDate from) {
        return submitted(policy(version), from);
    }

    PolicyVersion submitted(byte[] file, LocalDate from) {
        PolicyVersion draft = versions.draft(file, AUTHOR);
        whatIf(draft);
        return versions.submit(draft.id(), from, false, AUTHOR);
    }

    PolicyVersion approved(String version, LocalDate from) {
        return approved(policy(version), from);
    }

    PolicyVersion approved(byte[] file, LocalDate from) {
        long id = submitted(file, from).id();
        versions.approve(id, false, null, FIRST);
        return versions.approve(id, false, null, SECOND);
    }

    /** Records a finished what-if against the policy in force. */
    void whatIf(PolicyVersion version) {
        jdbc.sql("""
                        insert into grading.what_if (draft_digest, against_digest, finished_at)
                        values (:draft, :against, now())""")
                .param("draft", version.digest())
                .param("against", versions.inForce().digest())
                .update();
    }

    /** Puts businesses with a penalty each into the ledger. */
    void businesses(int count) {
        List<RecordEntry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(registration(code(i)));
            entries.add(penalty(code(i), i));
        }
        transaction.executeWithoutResult(_ -> records.append("feed", 1, entries));
    }

    static String code(int n) {
        String body = "FX%06d".formatted(n);
        String first17 = "91211500" + body + OrganisationCode.checkCharacter(body);
        return first17 + CreditCode.checkCharacter(first17);
    }

    List<String> actions(PolicyVersion version) {
        return audit.latest(version.name(), 100).reversed().stream()
                .map(AuditEntry::action)
                .toList();
    }

    List<PolicyStep> steps(PolicyVersion version) {
        return versions.history(version.id()).stream().map(PolicyEvent::step).toList();
    }

    PolicyVersion now(PolicyVersion version) {
        return versions.find(version.id()).orElseThrow();
    }

    private static RecordEntry registration(String code) {
        Map<String, String> texts = new HashMap<>(Map.of("subject", code, "date", "2020-01-01", "name", "店" + code));
        texts.putAll(Map.of("department", "市场监督管理局", "status", "operating"));
        texts.putAll(Map.of("region", "211500", "industry", "6210"));
        return new RecordEntry(RecordShape.of(RecordKind.REGISTRATION).read(texts), code, 1, "{}");
    }

    private static RecordEntry penalty(String code, int n) {
        String document = "沈市监处罚〔2026〕%d号".formatted(n);
        Map<String, String> texts = new HashMap<>(Map.of("subject", code, "date", "2026-06-01", "document", document));
        texts.putAll(Map.of("department", "市场监督管理局", "category", "罚款", "severity", "serious"));
        return new RecordEntry(RecordShape.of(RecordKind.PENALTY).read(texts), document, 1, "{}");
    }

    private final class NoonOfToday extends Clock {
        @Override
        public ZoneId getZone() {
            return SHANGHAI;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return today.atTime(LocalTime.NOON).atZone(SHANGHAI).toInstant();
        }
    }
}
