package org.sise.supervision.plan;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
import org.sise.supervision.stratum.RatioMatrix;
import org.sise.supervision.visit.TaskDraft;
import org.sise.supervision.visit.Visit;
import org.sise.supervision.visit.VisitKind;
import org.sise.supervision.visit.Visits;
import org.sise.supervision.visit.Window;
import org.sise.supervision.visit.YearlyCaps;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A ledger with 69 graded restaurants of Shenyang, a few businesses that no plan may draw, and six inspectors. */
final class PlanningFixture {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T02:00:00Z"), ZoneOffset.UTC);

    static final Window WINDOW = new Window(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 12, 20));

    final DataSource dataSource;
    final TransactionTemplate transaction;
    final JdbcClient jdbc;
    final AuditLog audit;
    final Inspectors inspectors;
    final Recusals recusals;
    final Plans plans;

    private final DataSourceTransactionManager transactions;
    private final Path published;

    PlanningFixture(Path published) {
        this.published = published;
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
        this.audit = new AuditLog(source, CLOCK);
        this.inspectors = new Inspectors(source, transactions, audit, CLOCK);
        this.recusals = new Recusals(source, transactions, audit, CLOCK);
        this.plans = anotherInstance();
        fillLedger();
        inspectors.add(
                IntStream.rangeClosed(1, 6)
                        .mapToObj(n -> inspector(n, "210100", LocalDate.of(2027, 12, 31)))
                        .toList(),
                "test");
    }

    /** The same service as another server on the same database would have it. */
    Plans anotherInstance() {
        return plansWith(CheckItems.standard());
    }

    Plans plansWith(CheckItems items) {
        return new Plans(dataSource, transactions, audit, inspectors, recusals, items, published, CLOCK);
    }

    static CertifiedInspector inspector(int n, String region, LocalDate validUntil) {
        return new CertifiedInspector("LN%04d".formatted(n), "执法人员" + n, region, "食品", 20, validUntil);
    }

    /** A sound draft for the restaurants of Shenyang. */
    static PlanDraft draft() {
        return draft(Map.of(
                Grade.RED,
                new BigDecimal("1.00"),
                Grade.ORANGE,
                new BigDecimal("0.5"),
                Grade.YELLOW,
                new BigDecimal("0.2"),
                Grade.BLUE,
                new BigDecimal("0.05")));
    }

    static PlanDraft draft(Map<Grade, BigDecimal> ratios) {
        return new PlanDraft(
                "第四季度餐饮抽查",
                List.of("62"),
                List.of("210100"),
                RatioMatrix.byColour(ratios),
                BigDecimal.ZERO,
                AnyShare.standard(),
                List.of("CI083", "CI001", "CI003", "CI012"),
                List.of("CI083"),
                2,
                List.of(),
                WINDOW);
    }

    /** A plan of a draft that another person has approved. */
    String approved(PlanDraft draft) {
        String id = plans.create(draft, "regulator").id();
        plans.submit(id, "regulator");
        plans.approve(id, "approver");
        return id;
    }

    /** The n-th fictitious business's code, valid in both checks. */
    static String code(int n) {
        String body = "FX%06d".formatted(n);
        String first17 = "91210100" + body + OrganisationCode.checkCharacter(body);
        return first17 + CreditCode.checkCharacter(first17);
    }

    /** Gives a business a grade. */
    void grade(int n, Grade grade) {
        grade(n, grade, 10);
    }

    /** Gives a business a grade and its place beneath the colour. */
    void grade(int n, Grade grade, int urgency) {
        transaction.executeWithoutResult(_ -> new Grades(dataSource).append(List.of(gradeEntry(n, grade, urgency))));
    }

    /** Tasks and visits on the same database. */
    Visits visits() {
        return new Visits(dataSource, transactions, audit, CheckItems.standard(), YearlyCaps.standard(), CLOCK);
    }

    PlannedTasks plannedTasks() {
        return plannedTasksWith(CheckItems.standard());
    }

    PlannedTasks plannedTasksWith(CheckItems items) {
        Visits visits = new Visits(dataSource, transactions, audit, items, YearlyCaps.standard(), CLOCK);
        return new PlannedTasks(dataSource, transactions, audit, plans, visits, items, CLOCK);
    }

    /** Lets a business have been visited by two inspectors. */
    void visited(int n, Instant left, String... officers) {
        transaction.executeWithoutResult(_ -> {
            Visits visits = visits();
            LocalDate day = LocalDate.ofInstant(left, ZoneOffset.UTC);
            Visit visit = visits.emergency(
                    new TaskDraft(
                            new CreditCode(code(n)),
                            VisitKind.EMERGENCY,
                            "市场监管",
                            null,
                            "燃气泄漏",
                            List.of("CI083"),
                            List.of(officers),
                            new Window(day, day)),
                    "officer");
            visits.end(visit.id(), left);
        });
    }

    /** Closes a business. */
    void close(int n) {
        transaction.executeWithoutResult(_ -> new Records(dataSource)
                .append("register", 2, List.of(registration(n, "已注销", "210102", "6210", "closed"))));
    }

    private void fillLedger() {
        List<RecordEntry> records = new ArrayList<>();
        List<GradeEntry> grades = new ArrayList<>();
        for (int n = 1; n <= 69; n++) {
            records.add(registration(n, n == 1 ? "=cmd|'/c calc'!A0" : "中山面馆" + n, "210102", "6210", "operating"));
            grades.add(gradeEntry(n, n <= 3 ? Grade.RED : n <= 9 ? Grade.ORANGE : n <= 29 ? Grade.YELLOW : Grade.BLUE));
        }
        records.add(registration(101, "已注销面馆", "210102", "6210", "closed"));
        records.add(registration(102, "大连面馆", "210202", "6210", "operating"));
        records.add(registration(103, "沈阳超市", "210102", "5212", "operating"));
        records.add(registration(104, "未评级面馆", "210102", "6210", "operating"));
        for (int n = 101; n <= 103; n++) {
            grades.add(gradeEntry(n, Grade.RED));
        }
        transaction.executeWithoutResult(_ -> {
            new Records(dataSource).append("register", 1, records);
            new Grades(dataSource).append(grades);
        });
    }

    private static RecordEntry registration(int n, String name, String region, String industry, String status) {
        Map<String, String> texts = new HashMap<>(Map.of(
                "subject",
                code(n),
                "date",
                "2020-01-01",
                "department",
                "市场监督管理局",
                "name",
                name,
                "status",
                status,
                "region",
                region,
                "industry",
                industry,
                "address",
                "中山路" + n + "号"));
        return new RecordEntry(RecordShape.of(RecordKind.REGISTRATION).read(texts), code(n), n, "{}");
    }

    private static GradeEntry gradeEntry(int n, Grade grade) {
        return gradeEntry(n, grade, 10);
    }

    private static GradeEntry gradeEntry(int n, Grade grade, int urgency) {
        return new GradeEntry(
                code(n),
                grade,
                BigDecimal.TEN,
                BigDecimal.valueOf(urgency),
                LocalDate.of(2026, 11, 21),
                "test",
                "1",
                "d",
                "{}",
                "d",
                Knowledge.at(Instant.parse("2026-11-22T00:00:00Z")));
    }
}
