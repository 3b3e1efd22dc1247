package org.sise.grading.phoenix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.sise.core.code.CreditCode;
import org.sise.core.person.PersonKeys;
import org.sise.core.record.RecordKind;
import org.sise.core.record.RecordShape;
import org.sise.engines.testing.TestDatabase;
import org.sise.engines.testing.TestEngines;
import org.sise.graph.phoenix.PhoenixAlert.Sign;
import org.sise.graph.phoenix.PhoenixRulesReader;
import org.sise.ledger.Migrations;
import org.sise.ledger.audit.AuditLog;
import org.sise.ledger.outbox.Outbox;
import org.sise.ledger.outbox.OutboxEvent;
import org.sise.ledger.record.RecordEntry;
import org.sise.ledger.record.Records;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class PhoenixRunIT {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final PersonKeys KEYS = new PersonKeys("a secret for tests only".getBytes());
    private static final String PLACE = "沈抚新区金枫街1号";

    /** Today, since a business ends for the ledger when it comes to know it. */
    private final Clock clock = Clock.system(SHANGHAI);

    private final PGSimpleDataSource source = new PGSimpleDataSource();
    private TransactionTemplate transaction;
    private Records records;
    private AuditLog audit;
    private PhoenixAlerts alerts;
    private PhoenixRun run;

    @BeforeEach
    void anEmptyLedger() {
        TestDatabase database = TestEngines.freshDatabase();
        source.setUrl(database.jdbcUrl());
        source.setUser(database.user());
        source.setPassword(database.password());
        Migrations.migrate(source, "ledger");
        Migrations.migrate(source, "grading");
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        records = new Records(source);
        audit = new AuditLog(source, clock);
        alerts = new PhoenixAlerts(source, transaction, audit);
        run = new PhoenixRun(source, KEYS, PhoenixRulesReader.builtIn(), alerts, clock);
    }

    @Test
    void who_closes_with_a_fine_and_opens_the_same_trade_next_door_is_told_once_with_its_evidence() {
        String month =
                Instant.now(clock).atZone(SHANGHAI).toLocalDate().minusMonths(1).toString();
        business(1, "2015-01-01", "closed", PLACE);
        business(2, month, "operating", "沈抚新区 金枫街１号");
        business(3, month, "operating", "沈抚新区金枫街9号");
        penalty(1);
        represents("甲", 1, "person 1");
        represents("乙", 2, "person 1");
        represents("丙", 3, "person 1");

        assertThat(run.run()).isEqualTo(1);
        assertThat(run.run()).as("the same again").isZero();

        StoredAlert alert = alerts.page(AlertState.OPEN, null, null, null, 10).getFirst();
        assertThat(alert.sign()).isEqualTo(Sign.REOPENED);
        assertThat(alert.businesses()).containsExactly(code(1), code(2));
        assertThat(alert.people()).isEqualTo(1);
        assertThat(alert.addresses()).containsExactly(PLACE);
        assertThat(alert.records()).as("two registrations, a fine, two offices").hasSize(5);
        assertThat(new Outbox(source).next("somebody", 100))
                .extracting(OutboxEvent::topic, OutboxEvent::subject)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(PhoenixAlerts.FOUND, code(2)));
    }

    @Test
    void a_name_alone_tells_nothing() {
        String month =
                Instant.now(clock).atZone(SHANGHAI).toLocalDate().minusMonths(1).toString();
        business(1, "2015-01-01", "closed", PLACE);
        business(2, month, "operating", PLACE);
        penalty(1);
        represents("甲", 1, null);
        represents("乙", 2, null);

        assertThat(run.run()).isZero();
    }

    @Test
    void what_somebody_makes_of_an_alert_is_kept_with_a_line_of_the_audit_log() {
        alerts.append(
                Sign.PERMIT_CHAIN,
                List.of(code(1), code(2), code(3)),
                1,
                List.of(PLACE),
                List.of(1L),
                java.time.LocalDate.now(clock));
        long id = alerts.page(null, Sign.PERMIT_CHAIN, code(2), null, 10)
                .getFirst()
                .id();
        assertThat(alerts.open()).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> alerts.judge(id, AlertState.CONFIRMED, " ", "regulator"));

        alerts.judge(id, AlertState.CONFIRMED, "同一经营者", "regulator");
        alerts.judge(id, AlertState.DISMISSED, "夫妻分别经营", "regulator");

        StoredAlert judged = alerts.find(id).orElseThrow();
        assertThat(judged.state()).isEqualTo(AlertState.DISMISSED);
        assertThat(judged.note()).isEqualTo("夫妻分别经营");
        assertThat(alerts.page(AlertState.CONFIRMED, null, null, null, 10)).isEmpty();
        assertThat(alerts.open()).isZero();
        assertThat(audit.latest("phoenix-alert/" + id, 10)).hasSize(2);
    }

    private void business(int n, String established, String status, String address) {
        append(
                RecordKind.REGISTRATION,
                "注册" + n,
                n,
                Map.of(
                        "date",
                        established,
                        "name",
                        "企业" + n,
                        "region",
                        "211500",
                        "status",
                        status,
                        "address",
                        address,
                        "industry",
                        "6210"));
    }

    private void penalty(int n) {
        append(RecordKind.PENALTY, "处罚" + n, n, Map.of("date", "2026-06-01", "document", "处罚" + n, "category", "罚款"));
    }

    private void represents(String matter, int n, String person) {
        Map<String, String> texts = new HashMap<>(Map.of("date", "2015-01-02", "name", "张三"));
        if (person != null) {
            texts.put("person", KEYS.ofNumber(person).hex());
        }
        append(RecordKind.LEGAL_REPRESENTATIVE, matter, n, texts);
    }

    private void append(RecordKind kind, String key, int subject, Map<String, String> texts) {
        Map<String, String> all = new HashMap<>(texts);
        all.put("department", "市场监管局");
        all.put("subject", code(subject));
        transaction.executeWithoutResult(_ -> records.append(
                "test", 1, List.of(new RecordEntry(RecordShape.of(kind).read(all), key, 1, "{}"))));
    }

    private static String code(int n) {
        String first = "91210400" + "%09d".formatted(n);
        return first + CreditCode.checkCharacter(first);
    }
}
