package org.sise.integrations.notice;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.postgresql.ds.PGSimpleDataSource;
import org.sise.engines.testing.TestDatabase;
import org.sise.integrations.Samples;
import org.sise.integrations.descriptor.Subscription;
import org.sise.integrations.descriptor.SubscriptionCatalogue;
import org.sise.integrations.descriptor.SubscriptionReader;
import org.sise.integrations.fetch.Secrets;
import org.sise.integrations.landing.FeedStore;
import org.sise.ledger.Migrations;
import org.sise.ledger.outbox.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notices of a test: real routes, a real database. */
final class NoticeHouse implements AutoCloseable {

    static final String HTTP = """
            subscriber: housing
            title: {zh: 住建, en: Housing}
            department: 住房和城乡建设局
            topics: [grade-changed]
            from: start
            retry: {first: 20ms, longest: 100ms, refusals: 2, in-row: 3}
            to: {type: http, url: "%s", insecure: true, key: {secret: HOUSING_KEY}, timeout: 1s}
            """;

    final NoticeStore store;
    final JdbcClient jdbc;
    final DataSource dataSource;
    final Outbox outbox;
    private final CamelContext camel = new DefaultCamelContext();

    NoticeHouse(DataSource dataSource, Path folder, String... subscriptions) {
        this(dataSource, folder, DispatchSteps.NONE, subscriptions);
    }

    NoticeHouse(DataSource dataSource, Path folder, DispatchSteps steps, String... subscriptions) {
        Migrations.migrate(dataSource, "ledger");
        Migrations.migrate(dataSource, FeedStore.SCHEMA);
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.outbox = new Outbox(dataSource);
        List<Subscription> read = Stream.of(subscriptions)
                .map(yaml -> SubscriptionReader.read("test", yaml))
                .toList();
        this.store = new NoticeStore(
                dataSource,
                SubscriptionCatalogue.of(read),
                new Secrets(Map.of(Secrets.PREFIX + "HOUSING_KEY", Receiver.KEY), folder),
                new NoticeSettings(folder, folder.resolve("outgoing"), Duration.ofMillis(50), Duration.ZERO),
                Clock.systemUTC(),
                steps);
    }

    NoticeHouse start() {
        store.addTo(camel);
        camel.start();
        return this;
    }

    static DataSource dataSource(TestDatabase database) {
        return dataSource(database.jdbcUrl(), database.user(), database.password());
    }

    static DataSource dataSource(String url, String user, String password) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url);
        dataSource.setUser(user);
        dataSource.setPassword(password);
        return dataSource;
    }

    /** Puts a business into the register's projection. */
    void register(int n, String region, String industry) {
        jdbc.sql("""
                        insert into ledger.business (code, name, industry, region, status, established, record_id)
                        values (:code, :name, :industry, :region, 'operating', date '2015-03-01', 0)""")
                .param("code", Samples.code(n))
                .param("name", "第%d号商贸有限公司".formatted(n))
                .param("industry", industry)
                .param("region", region)
                .update();
    }

    /** An event: a business turns from blue to red. */
    void changed(int n) {
        outbox.add("grade-changed", Samples.code(n), "{\"before\":0,\"after\":3,\"grade\":%d}".formatted(n));
    }

    List<Notice> notices() {
        return store.notices().after(NoticeQuery.ALL, 0, 10_000);
    }

    long count(NoticeState state) {
        return notices().stream().filter(notice -> notice.state() == state).count();
    }

    List<String> events(String topic) {
        return jdbc.sql("select payload::text from ledger.outbox where topic = :topic order by id")
                .param("topic", topic)
                .query(String.class)
                .list();
    }

    @Override
    public void close() {
        camel.stop();
        store.close();
    }
}
