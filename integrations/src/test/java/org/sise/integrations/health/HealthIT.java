package org.sise.integrations.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.sise.engines.testing.TestDatabase;
import org.sise.engines.testing.TestEngines;
import org.sise.integrations.Samples;
import org.sise.integrations.descriptor.DescriptorReader;
import org.sise.integrations.descriptor.FeedCatalogue;
import org.sise.integrations.landing.Delivery;
import org.sise.integrations.landing.FeedStore;
import org.sise.integrations.landing.Finding;
import org.sise.integrations.landing.HoldReason;
import org.sise.ledger.Migrations;
import org.sise.ledger.outbox.Outbox;
import org.sise.ledger.outbox.OutboxEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Health of a daily feed on a real database: its days, its states as time goes on, its alarms, its metrics. */
class HealthIT {

    private static final String DAILY = """
            feed: daily
            title: {zh: 每日, en: Daily}
            department: 市场监督管理局
            format: {type: csv, charset: UTF-8, delimiter: ","}
            watch: {every: 1d, late-after: 6h, silent-after: 3d}
            records:
              - kind: complaint
                key: [subject, document]
                fields:
                  subject: 代码
                  date: {column: 日期, date: [yyyy-M-d]}
                  document: {column: 编号, document: true}
                  matter: 事项
            """;

    private DataSource dataSource;
    private JdbcClient jdbc;
    private FeedStore store;

    @BeforeEach
    void start() {
        TestDatabase database = TestEngines.freshDatabase();
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(database.user());
        source.setPassword(database.password());
        Migrations.migrate(source, "ledger");
        Migrations.migrate(source, FeedStore.SCHEMA);
        dataSource = source;
        jdbc = JdbcClient.create(source);
        store = new FeedStore(
                source,
                FeedCatalogue.of(List.of(
                        DescriptorReader.read("daily.yaml", DAILY),
                        FeedCatalogue.builtIn().get("register"))),
                Samples.keys());
    }

    @Test
    void aDaysCountsAreOfWhatHappenedOnIt() {
        Delivery delivery = store.deliveries().receive("daily", "a.csv", "00", 5);
        jdbc.sql("""
                        update integrations.delivery set rows_read = 10, fresh = 7, same = 1, quarantined = 1, faulty = 1,
                            waiting = 1""").update();
        store.deliveries().done(delivery.id(), null, ".done/a");
        jdbc.sql("update integrations.delivery set waiting = 0, fresh = 8, quarantined = 0")
                .update();
        store.deliveries().again(store.deliveries().find(delivery.id()).orElseThrow(), "b.csv");
        pull("empty", 0);
        pull("failed", 0);

        FeedStatus status = status(Instant.now());
        FeedDay today = status.today();
        assertThat(today.files()).isEqualTo(2);
        assertThat(today.rows()).isEqualTo(10);
        assertThat(today.fresh()).isEqualTo(8);
        assertThat(today.quarantined()).isEqualTo(1);
        assertThat(today.waiting()).isEqualTo(1);
        assertThat(today.pulls()).isEqualTo(2);
        assertThat(today.failedPulls()).isEqualTo(1);
        assertThat(status.state()).isEqualTo(FeedState.FAILING);
        assertThat(status.days()).hasSize(FeedHealth.DAYS);
        List<FeedDay> days = health(Instant.now()).days("daily", 3);
        assertThat(days).hasSize(3);
        assertThat(days.getFirst().day()).isEqualTo(LocalDate.now(FeedHealth.ZONE));
        assertThat(days.get(1).rows()).isZero();
    }

    @Test
    void anAlarmOpensOnceChangesItsKindAndCloses() {
        deliver("a.csv", "00");
        Instant file = jdbc.sql("select last_file_at from integrations.feed_day where feed = 'daily'")
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .single();
        check(file.plus(Duration.ofHours(30)));
        assertThat(new Alarms(dataSource, health(file)).open()).isEmpty();

        check(file.plus(Duration.ofHours(31)));
        check(file.plus(Duration.ofHours(32)));
        List<Alarm> late = new Alarms(dataSource, health(file)).open();
        assertThat(late).singleElement().satisfies(alarm -> {
            assertThat(alarm.kind()).isEqualTo(FeedState.LATE);
            assertThat(alarm.message()).contains("due every 1 d");
        });

        check(file.plus(Duration.ofDays(4)));
        assertThat(new Alarms(dataSource, health(file)).open())
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.kind()).isEqualTo(FeedState.SILENT));

        check(file.plus(Duration.ofHours(1)));
        assertThat(new Alarms(dataSource, health(file)).open()).isEmpty();
        assertThat(new Alarms(dataSource, health(file)).ofFeed("daily", 10)).hasSize(2);
        assertThat(new Outbox(dataSource).next("test", 10))
                .filteredOn(event -> event.topic().equals(Alarms.TOPIC))
                .extracting(OutboxEvent::subject, event -> word(event, "kind"), event -> word(event, "change"))
                .containsExactly(
                        tuple("daily", "late", "opened"),
                        tuple("daily", "late", "closed"),
                        tuple("daily", "silent", "opened"),
                        tuple("daily", "silent", "closed"));
    }

    @Test
    void aHeldFeedAlarmsWithTheFigures() {
        Delivery delivery = store.deliveries().receive("daily", "a.csv", "00", 5);
        store.holds().hold(delivery, new Finding(HoldReason.UNUSUAL_ROWS, 1, 10.0, 5.0, 30.0, "一行 / one row"));
        check(Instant.now());
        assertThat(new Alarms(dataSource, health(Instant.now())).open())
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.message()).isEqualTo("一行 / one row"));
    }

    @Test
    void metricsTellTheSameFigures() {
        deliver("a.csv", "00");
        jdbc.sql("update integrations.delivery set rows_read = 10, fresh = 10").update();
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        FeedHealth health = health(Instant.now());
        new FeedMetrics(dataSource, store, health, Clock.systemUTC()).bindTo(meters);
        assertThat(meters.get("sise.feed.rows")
                        .tags("feed", "daily", "outcome", "fresh")
                        .functionCounter()
                        .count())
                .isEqualTo(10);
        assertThat(meters.get("sise.feed.files")
                        .tags("feed", "daily", "outcome", "done")
                        .functionCounter()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("sise.feed.lag.seconds")
                        .tag("feed", "register")
                        .gauge()
                        .value())
                .isNaN();
        assertThat(meters.get("sise.feed.lag.seconds")
                        .tag("feed", "daily")
                        .gauge()
                        .value())
                .isGreaterThanOrEqualTo(0);
        assertThat(meters.getMeters())
                .extracting(Meter::getId)
                .allSatisfy(id -> assertThat(id.getDescription()).isNotBlank());
    }

    private void deliver(String file, String sha256) {
        Delivery delivery = store.deliveries().receive("daily", file, sha256, 5);
        store.deliveries().done(delivery.id(), null, ".done/" + file);
    }

    private void pull(String state, int files) {
        jdbc.sql("""
                        insert into integrations.pull (feed, started_at, ended_at, state, files, rows, bytes)
                        values ('daily', now(), now(), :state, :files, 0, 0)""").param("state", state).param("files", files).update();
    }

    private void check(Instant now) {
        new Alarms(dataSource, health(now)).check();
    }

    private FeedStatus status(Instant now) {
        return health(now).look().getFirst();
    }

    private FeedHealth health(Instant now) {
        return new FeedHealth(dataSource, store, Clock.fixed(now, FeedHealth.ZONE));
    }

    private static String word(OutboxEvent event, String field) {
        return event.payload().replaceAll(".*\"" + field + "\": ?\"([^\"]*)\".*", "$1");
    }
}
