package org.sise.grading.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.postgresql.ds.PGSimpleDataSource;
import org.sise.core.code.CreditCode;
import org.sise.core.grade.Grade;
import org.sise.core.person.PersonKeys;
import org.sise.core.record.RecordKind;
import org.sise.core.record.RecordShape;
import org.sise.core.record.RelatedBy;
import org.sise.core.record.RelatedFinding;
import org.sise.core.record.RelatedRisk;
import org.sise.engines.testing.TestDatabase;
import org.sise.engines.testing.TestEngines;
import org.sise.grading.Grading;
import org.sise.grading.approval.PolicyVersions;
import org.sise.graph.GraphSettings;
import org.sise.graph.GraphUnavailableException;
import org.sise.graph.exposure.ExposureRules;
import org.sise.graph.exposure.ExposureRulesReader;
import org.sise.graph.load.Surroundings;
import org.sise.graph.projection.GraphProjection;
import org.sise.ledger.Migrations;
import org.sise.ledger.audit.AuditLog;
import org.sise.ledger.grade.Grades;
import org.sise.ledger.record.RecordEntry;
import org.sise.ledger.record.Records;
import org.sise.ledger.record.StandingRecords;
import org.sise.scoring.read.BuiltIn;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ExposureWatchIT {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-28T04:00:00Z"), SHANGHAI);
    private static final PersonKeys KEYS = new PersonKeys("a secret for tests only".getBytes());
    private static final ExposureRules RULES = ExposureRulesReader.builtIn();

    private static Driver driver;

    private final PGSimpleDataSource source = new PGSimpleDataSource();
    private TransactionTemplate transaction;
    private Records records;
    private StandingRecords standing;
    private Grades grades;
    private Grading grading;
    private GraphProjection projection;
    private ExposureWatch watch;

    @BeforeAll
    static void connect() {
        driver = TestEngines.neo4j().driver();
    }

    @AfterAll
    static void disconnect() {
        driver.close();
    }

    @BeforeEach
    void anEmptyLedgerAndGraph() {
        TestEngines.neo4j().empty();
        TestDatabase database = TestEngines.freshDatabase();
        source.setUrl(database.jdbcUrl());
        source.setUser(database.user());
        source.setPassword(database.password());
        Migrations.migrate(source, "ledger");
        Migrations.migrate(source, "grading");
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(source);
        transaction = new TransactionTemplate(transactions);
        records = new Records(source);
        standing = new StandingRecords(source);
        grades = new Grades(source);
        PolicyVersions versions = new PolicyVersions(source, transactions, new AuditLog(source, NOON), NOON);
        versions.install(BuiltIn.policyFile("shenfu-four-colour"));
        grading = new Grading(source, transaction, versions, NOON);
        projection = new GraphProjection(driver, source, KEYS);
        watch = watch(driver);
    }

    @Test
    void a_parent_on_a_dishonesty_list_makes_its_subsidiary_yellow_and_the_way_is_told() {
        business(1);
        business(2);
        holds("股权", 1, 2, "60", "effective");
        settle();
        assertThat(colour(2)).isEqualTo(Grade.BLUE);

        listed(1, null);
        settle();

        assertThat(colour(1)).isEqualTo(Grade.RED);
        assertThat(colour(2)).isEqualTo(Grade.YELLOW);
        RelatedRisk risk = risk(2);
        assertThat(risk.finding()).isEqualTo(RelatedFinding.DISHONESTY_LISTING);
        assertThat(risk.relation()).isEqualTo(RelatedBy.SHAREHOLDER);
        assertThat(risk.effect()).isEqualByComparingTo("0.8");
        assertThat(risk.path()).matches("企业1 —持股60%\\[记录\\d+]— 企业2");
        assertThat(grades.history(code(2).value(), 1).getFirst().entry().receipt())
                .contains(risk.path());
        assertThat(new ExposureRuns(source).moves()).isEqualTo(Map.of(Grade.BLUE, Map.of(Grade.YELLOW, 1L)));

        listed(1, "2026-11-27");
        settle();

        assertThat(colour(1)).isEqualTo(Grade.BLUE);
        assertThat(colour(2)).isEqualTo(Grade.BLUE);
        assertThat(standing.all(RecordKind.RELATED_RISK)).isEmpty();
        assertThat(new ExposureRuns(source).moves()).isEmpty();
    }

    @Test
    void what_came_from_another_is_not_passed_on() {
        for (int n = 1; n <= 4; n++) {
            business(n);
        }
        holds("股权12", 1, 2, "90", "effective");
        holds("股权23", 2, 3, "90", "effective");
        holds("股权34", 3, 4, "90", "effective");
        penalty(3, "general");
        listed(1, null);
        settle();

        assertThat(risk(3).related()).isEqualTo("企业1");
        assertThat(risk(3).steps()).isEqualByComparingTo("2");
        assertThat(colour(3)).as("yellow by itself").isEqualTo(Grade.ORANGE);
        assertThat(standing.of(List.of(code(4).value()), RecordKind.RELATED_RISK))
                .as("an orange parent would weigh, but this one is orange by another")
                .isEmpty();
        assertThat(colour(4)).isEqualTo(Grade.BLUE);
    }

    @Test
    void a_relation_that_is_withdrawn_ends_what_came_by_it() {
        business(1);
        business(2);
        holds("股权", 1, 2, "60", "effective");
        listed(1, null);
        settle();
        assertThat(colour(2)).isEqualTo(Grade.YELLOW);

        holds("股权", 1, 2, "60", "withdrawn");
        settle();

        assertThat(colour(2)).isEqualTo(Grade.BLUE);
    }

    @Test
    void while_neo4j_is_away_grading_goes_on_and_the_last_exposure_holds() {
        business(1);
        business(2);
        holds("股权", 1, 2, "60", "effective");
        listed(1, null);
        settle();
        Instant reached = new ExposureRuns(source).reachedAt().orElseThrow();

        try (Driver away = GraphSettings.open(URI.create("bolt://127.0.0.1:1")).openDriver()) {
            ExposureWatch cut = watch(away);
            listed(1, "2026-11-27");
            penalty(2, "general");
            grading.gradeAll(100);
            assertThatThrownBy(cut::catchUp).isInstanceOf(GraphUnavailableException.class);
        }

        assertThat(colour(1)).isEqualTo(Grade.BLUE);
        assertThat(colour(2)).as("its own penalty and the last exposure").isEqualTo(Grade.ORANGE);
        assertThat(new ExposureRuns(source).reachedAt()).contains(reached);

        settle();
        assertThat(colour(2)).isEqualTo(Grade.YELLOW);
    }

    @Test
    void following_changes_comes_to_what_working_out_everybody_comes_to() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int n = 0; n < 30; n++) {
            business(n);
        }
        settle();
        int risks = 0;
        for (int round = 0; round < 4; round++) {
            for (int change = 0; change < 25; change++) {
                change(random);
            }
            settle();
            ExposureRun everybody = watch.everybody();
            assertThat(everybody.appended())
                    .as("seed %d, round %d", seed, round)
                    .isZero();
            assertThat(everybody.withdrawn())
                    .as("seed %d, round %d", seed, round)
                    .isZero();
            risks += standing.all(RecordKind.RELATED_RISK).size();
        }
        assertThat(risks).as("seed %d", seed).isPositive();
    }

    private void change(Random random) {
        int subject = random.nextInt(30);
        switch (random.nextInt(5)) {
            case 0 -> listed(random.nextInt(10), random.nextBoolean() ? null : "2026-11-27");
            case 1 -> penalty(subject, random.nextBoolean() ? "serious" : "general");
            case 2 ->
                append(
                        RecordKind.LEGAL_REPRESENTATIVE,
                        "法人" + subject,
                        Map.of(
                                "subject",
                                code(subject).value(),
                                "date",
                                "2020-01-02",
                                "name",
                                "张三",
                                "person",
                                KEYS.ofNumber("person " + random.nextInt(12)).hex()));
            default ->
                holds(
                        "股权" + random.nextInt(40),
                        random.nextInt(30),
                        subject,
                        List.of("12", "30", "60", "100").get(random.nextInt(4)),
                        random.nextInt(4) == 0 ? "withdrawn" : "effective");
        }
    }

    /** Until neither the queue nor the graph nor the exposures have anything more. */
    private void settle() {
        boolean more = true;
        while (more) {
            int graded = grading.gradeAll(100);
            projection.catchUp();
            more = graded > 0 || watch.catchUp().isPresent();
        }
    }

    private ExposureWatch watch(Driver to) {
        return new ExposureWatch(
                source,
                transaction,
                new GraphProjection(to, source, KEYS),
                new Surroundings(to, RULES),
                RULES,
                KEYS,
                NOON);
    }

    private Grade colour(int n) {
        return grades.history(code(n).value(), 1).getFirst().entry().grade();
    }

    private RelatedRisk risk(int n) {
        return (RelatedRisk) standing.of(List.of(code(n).value()), RecordKind.RELATED_RISK)
                .getFirst()
                .record();
    }

    private void business(int n) {
        append(
                RecordKind.REGISTRATION,
                "注册" + n,
                Map.of(
                        "subject",
                        code(n).value(),
                        "date",
                        LocalDate.of(2015, 1, 1).toString(),
                        "name",
                        "企业" + n,
                        "region",
                        "211500",
                        "status",
                        "operating"));
    }

    private void holds(String matter, int holder, int held, String percent, String state) {
        append(
                RecordKind.HOLDING,
                matter,
                Map.of(
                        "subject",
                        code(held).value(),
                        "date",
                        "2020-01-02",
                        "state",
                        state,
                        "holderKind",
                        "business",
                        "holderName",
                        "企业" + holder,
                        "holderCode",
                        code(holder).value(),
                        "percent",
                        percent));
    }

    private void listed(int n, String removedOn) {
        Map<String, String> texts = new HashMap<>(Map.of(
                "subject",
                code(n).value(),
                "date",
                "2026-06-01",
                "document",
                "失信" + n,
                "list",
                "严重违法失信名单",
                "ground",
                "事由"));
        if (removedOn != null) {
            texts.put("removedOn", removedOn);
        }
        append(RecordKind.DISHONESTY_LISTING, "失信" + n, texts);
    }

    private void penalty(int n, String severity) {
        append(
                RecordKind.PENALTY,
                "处罚" + n,
                Map.of(
                        "subject",
                        code(n).value(),
                        "date",
                        "2026-06-01",
                        "document",
                        "处罚" + n,
                        "category",
                        "罚款",
                        "severity",
                        severity));
    }

    private static CreditCode code(int n) {
        String first = "91210400" + "%09d".formatted(n);
        return new CreditCode(first + CreditCode.checkCharacter(first));
    }

    private void append(RecordKind kind, String key, Map<String, String> texts) {
        Map<String, String> all = new HashMap<>(texts);
        all.put("department", "市场监管局");
        List<RecordEntry> entries = new ArrayList<>();
        entries.add(new RecordEntry(RecordShape.of(kind).read(all), key, 1, "{}"));
        transaction.executeWithoutResult(_ -> records.append("test", 1, entries));
    }
}
