package org.sise.integrations.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sise.engines.testing.TestDatabase;
import org.sise.engines.testing.TestEngines;
import org.sise.integrations.Samples;
import org.sise.integrations.descriptor.DescriptorReader;
import org.sise.integrations.descriptor.FeedCatalogue;
import org.sise.integrations.feed.FeedProgress;
import org.sise.integrations.feed.FeedSettings;
import org.sise.integrations.feed.FeedStarter;
import org.sise.integrations.landing.Delivery;
import org.sise.integrations.landing.FeedStore;
import org.sise.integrations.landing.Pull;
import org.sise.ledger.Migrations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of an API and of a database, from the source to the ledger through descriptors only. */
class FetchLandIT {

    private static final String FEED = """
            feed: complaints
            title: {zh: 投诉举报, en: Complaints}
            department: 市场监督管理局
            format: {type: jsonl}
            unknown-business: accept
            records:
              - kind: complaint
                key: [subject, document]
                fields:
                  subject: code
                  date: {column: day, date: [yyyy-M-d]}
                  document: {column: no, document: true}
                  matter: matter
            """;

    @TempDir
    private Path folder;

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private DataSource ours;
    private TestDatabase department;
    private FeedStore store;
    private FeedFetcher fetcher;

    @BeforeEach
    void databases() throws Exception {
        ours = FetchHouse.dataSource(TestEngines.freshDatabase());
        department = TestEngines.freshDatabase();
        Migrations.migrate(ours, "ledger");
        Migrations.migrate(ours, FeedStore.SCHEMA);
        FetchHouse.secret(folder.resolve("secrets"), "DB", "unused");
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void whatADepartmentTakesBackOverAnApiIsHeardEachTime() throws Exception {
        try (HttpHost api = new HttpHost()) {
            start(FEED + """
                    source:
                      type: http
                      url: http://localhost:%d/complaints
                      insecure: true
                      rows: data
                      cron: "0 0 1 1 *"
                    """.formatted(api.port()));
            for (String matter : List.of("价格", "质量", "价格")) {
                api.forget();
                api.json("{\"data\": [{\"code\": \"%s\", \"day\": \"2026-03-05\", \"no\": \"T1\", \"matter\": \"%s\"}]}"
                        .formatted(Samples.code(1), matter));
                assertThat(fetcher.pull("complaints").state()).isEqualTo(Pull.State.OK);
                assertThat(fetcher.pull("complaints").state()).isEqualTo(Pull.State.EMPTY);
                ended(store.fetches().latest("complaints", 10).size());
            }
            assertThat(matters()).containsExactly("价格", "质量", "价格");
            assertThat(store.deliveries().latest("complaints", null, 10))
                    .extracting(Delivery::quarantined)
                    .containsOnly(0L);
        }
    }

    @Test
    void rowsOfAViewLandByTheFeedsOwnSchedule() throws Exception {
        JdbcClient theirs = JdbcClient.create(FetchHouse.dataSource(department));
        theirs.sql("create table complaint (code text, day date, no text, matter text, changed timestamptz)")
                .update();
        theirs.sql("insert into complaint values (:code, '2026-03-05', 'T1', '价格', now())")
                .param("code", Samples.code(1))
                .update();
        start(FEED + """
                source:
                  type: database
                  url: %s
                  user: %s
                  password: {secret: DB}
                  view: complaint
                  watermark: {column: changed, lag: 1h}
                  every: 1s
                """.formatted(department.jdbcUrl().replaceAll("\\?.*", ""), department.user()));
        ended(1);
        theirs.sql("update complaint set matter = '质量', changed = now()").update();
        ended(2);
        theirs.sql("update complaint set matter = '价格', changed = now()").update();
        ended(3);
        assertThat(matters()).containsExactly("价格", "质量", "价格");
        await(() -> store.pulls().last("complaints").orElseThrow().state() == Pull.State.EMPTY);
        assertThat(store.fetches().latest("complaints", 10)).hasSize(3);
    }

    private void start(String yaml) throws Exception {
        store = new FeedStore(
                ours, FeedCatalogue.of(List.of(DescriptorReader.read("complaints.yaml", yaml))), Samples.keys());
        FeedSettings settings = new FeedSettings(
                folder.resolve("inbox"),
                Duration.ofMillis(100),
                Duration.ofMillis(200),
                Duration.ofSeconds(1),
                10,
                new FetchSettings(folder.resolve("secrets"), folder, Duration.ofMillis(100)));
        fetcher = new FeedFetcher(store, settings.inbox(), settings.fetch());
        new FeedStarter(store, settings, FeedProgress.NONE, new CompositeMeterRegistry(), fetcher).addTo(camel);
        camel.start();
    }

    /** The first word of each version of the one matter. */
    private List<String> matters() {
        return JdbcClient.create(ours)
                .sql("select original::text::json ->> 'matter' from ledger.record order by version")
                .query(String.class)
                .list();
    }

    private void ended(int deliveries) throws Exception {
        await(() -> store.deliveries().latest("complaints", null, 100).stream()
                        .filter(delivery -> delivery.state() == Delivery.State.DONE)
                        .count()
                >= deliveries);
        assertThat(Files.exists(folder.resolve("inbox/complaints/.fetching"))).isTrue();
    }

    private static void await(BooleanSupplier holds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.sleep(20);
        }
    }
}
