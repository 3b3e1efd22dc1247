package org.sise.supervision.visit;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sise.core.code.CreditCode;
import org.sise.core.code.OrganisationCode;
import org.sise.core.grade.Grade;
import org.sise.core.record.RecordKind;
import org.sise.core.record.RecordShape;
import org.sise.engines.testing.TestDatabase;
import org.sise.engines.testing.TestEngines;
import org.sise.ledger.Migrations;
import org.sise.ledger.audit.AuditLog;
import org.sise.ledger.grade.GradeEntry;
import org.sise.ledger.grade.Grades;
import org.sise.ledger.record.Knowledge;
import org.sise.ledger.record.RecordEntry;
import org.sise.ledger.record.Records;
import org.sise.supervision.catalogue.CheckItems;
import org.sise.supervision.roster.CertifiedInspector;
import org.sise.supervision.roster.Inspectors;
import org.sise.supervision.roster.Recusals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A ledger with shops of Shenyang, five officers, and a clock that a test turns. */
public final class InspectionFixture {

    public static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    public static final Window WEEK = new Window(DAY.minusDays(2), DAY.plusDays(4));

    /** A clock that stands until it is turned. */
    public static final class Hand extends Clock {
        private volatile Instant now = Instant.parse("2026-11-23T02:00:00Z");

        public void turn(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Shanghai");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    public final Hand clock = new Hand();
    public final DataSource dataSource;
    public final DataSourceTransactionManager transactions;
    public final TransactionTemplate transaction;
    public final JdbcClient jdbc;
    public final AuditLog audit;
    public final Recusals recusals;
    public final Visits visits;

    public InspectionFixture() {
        TestDatabase database = TestEngines.freshDatabase();
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(database.user());
        source.setPassword(database.password());
        this.dataSource = source;
        this.transactions = new DataSourceTransactionManager(source);
        this.transaction = new TransactionTemplate(transactions);
        this.jdbc = JdbcClient.create(source);
        Migrations.migrate(source, "ledger");
        Migrations.migrate(source, "supervision");
        this.audit = new AuditLog(source, clock);
        this.recusals = new Recusals(source, transactions, audit, clock);
        this.visits = new Visits(source, transactions, audit, CheckItems.standard(), YearlyCaps.standard(), clock);
        new Inspectors(source, transactions, audit, clock)
                .add(
                        List.of(
                                officer("LN1", "210102", DAY.plusYears(1)),
                                officer("LN2", "210100", DAY.plusYears(1)),
                                officer("LN3", "210102", DAY.plusYears(1)),
                                officer("LN4", "210102", DAY.minusDays(1)),
                                officer("LN5", "210202", DAY.plusYears(1))),
                        "test");
    }

    /** The n-th shop: registered and graded. */
    public CreditCode shop(int n, Grade grade) {
        CreditCode code = code(n);
        register(n, "operating");
        grade(n, grade);
        return code;
    }

    public void register(int n, String status) {
        Map<String, String> texts = Map.of(
                "subject", code(n).value(),
                "date", "2020-01-01",
                "department", "市场监督管理局",
                "name", "中山面馆" + n,
                "status", status,
                "region", "210102",
                "industry", "6210");
        transaction.executeWithoutResult(_ -> new Records(dataSource)
                .append(
                        "register",
                        1,
                        List.of(new RecordEntry(
                                RecordShape.of(RecordKind.REGISTRATION).read(texts), code(n).value(), n, "{}"))));
    }

    public void grade(int n, Grade grade) {
        transaction.executeWithoutResult(_ -> new Grades(dataSource)
                .append(List.of(new GradeEntry(
                        code(n).value(),
                        grade,
                        BigDecimal.TEN,
                        BigDecimal.TEN,
                        DAY,
                        "test",
                        "1",
                        "d",
                        "{}",
                        "d",
                        Knowledge.at(clock.instant())))));
    }

    /** An approved task of LN1 and LN2 at a shop. */
    public Visit approved(CreditCode shop, VisitKind kind) {
        return approve(draft(shop, kind, "市场监管", WEEK)).visit();
    }

    public Approval approve(TaskDraft draft) {
        return visits.approve(visits.propose(draft, "proposer").orElseThrow().id(), "approver");
    }

    public static TaskDraft draft(CreditCode shop, VisitKind kind, String department, Window window) {
        return new TaskDraft(
                shop, kind, department, null, "投诉 12315-1", List.of("CI001", "CI083"), List.of("LN1", "LN2"), window);
    }

    public static CreditCode code(int n) {
        String body = "FX%06d".formatted(n);
        String first17 = "91210100" + body + OrganisationCode.checkCharacter(body);
        return new CreditCode(first17 + CreditCode.checkCharacter(first17));
    }

    private static CertifiedInspector officer(String certificate, String region, LocalDate until) {
        return new CertifiedInspector(certificate, "执法人员" + certificate, region, "食品", 20, until);
    }
}
