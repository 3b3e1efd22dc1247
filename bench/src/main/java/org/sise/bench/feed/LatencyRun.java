package org.sise.bench.feed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.postgresql.ds.PGSimpleDataSource;
import org.sise.engines.postgres.PostgresEngine;
import org.sise.grading.Grading;
import org.sise.grading.approval.PolicyVersions;
import org.sise.integrations.descriptor.FeedDescriptor;
import org.sise.integrations.landing.Batch;
import org.sise.integrations.landing.Delivery;
import org.sise.integrations.mapping.MappedRow;
import org.sise.integrations.mapping.RowMapper;
import org.sise.integrations.row.Row;
import org.sise.integrations.row.RowSource;
import org.sise.ledger.Migrations;
import org.sise.ledger.audit.AuditLog;
import org.sise.scoring.read.BuiltIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Penalties that land at a steady rate, each on a business of its own, while grading works as it does in the server; a
 * reader looks at the standings all the time, as a scan does, and notes when each business's next grade is there.
 *
 * @param businesses how many businesses the ledger has
 * @param rate records a second
 * @param seconds how long
 * @param work a folder for files and PostgreSQL
 */
public record LatencyRun(int businesses, int rate, int seconds, Path work) {

    private static final int LANDINGS_A_SECOND = 20;
    private static final int GRADED_AT_ONCE = 1_000;
    private static final int GRADING_DELAY_MILLIS = 200;
    private static final String POLICY = "shenfu-four-colour";

    /** When a record was handed over and when its landing was committed, by {@link System#nanoTime}. */
    private record Landed(long handedOver, long committed) {}

    /** Runs and prints. */
    public void run() throws Exception {
        int records = rate * seconds;
        if (records > businesses) {
            throw new IllegalArgumentException(
                    "each record needs a business of its own: %,d businesses at least".formatted(records));
        }
        System.out.printf(
                "%n## from landing to colour: %,d records a second for %d s, %,d businesses, %d landings a second%n",
                rate, seconds, businesses, LANDINGS_A_SECOND);
        Path folder = Files.createTempDirectory(Files.createDirectories(work), "feed");
        try (PostgresEngine engine = PostgresEngine.start(folder.resolve("postgres"));
                FeedHouse house = new FeedHouse(engine, "latency")) {
            Migrations.migrate(house.source, "grading");
            Grading grading = grading(house.source);
            house.land("register", FeedFiles.register(folder.resolve("r.csv"), businesses, FeedContest.SEED), _ -> {});
            int graded = grading.gradeAll(GRADED_AT_ONCE);
            house.jdbc.sql("analyze").update();
            System.out.printf("%,d businesses have a first grade%n", graded);
            List<Batch> batches = batches(house, folder, records);
            measure(house, grading, batches, records);
        } finally {
            FeedHouse.delete(folder);
        }
    }

    private void measure(FeedHouse house, Grading grading, List<Batch> batches, int records) throws Exception {
        Map<String, Landed> pending = new ConcurrentHashMap<>();
        long[] handedOver = new long[records];
        long[] committed = new long[records];
        int seen = 0;
        long before = house.number("select max(id) from ledger.grade");
        try (ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor();
                var landing = Executors.newSingleThreadExecutor()) {
            worker.scheduleWithFixedDelay(
                    () -> grading.gradeAll(GRADED_AT_ONCE), 0, GRADING_DELAY_MILLIS, TimeUnit.MILLISECONDS);
            var landed = landing.submit(() -> land(house, batches, pending));
            SingleConnectionDataSource reading = new SingleConnectionDataSource(house.connection(), true);
            JdbcClient reader = JdbcClient.create(reading);
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(2L * seconds + 60);
            while (seen < records && System.nanoTime() < deadline) {
                if (landed.isDone()) {
                    landed.get();
                }
                long asked = System.nanoTime();
                Map<String, Landed> asking = new HashMap<>(pending);
                for (String code : reader.sql("""
                                select subject from ledger.standing where subject = any(:codes) and grade_id > :before""")
                        .param("codes", asking.keySet().toArray(String[]::new))
                        .param("before", before)
                        .query(String.class)
                        .list()) {
                    Landed at = Objects.requireNonNull(asking.get(code));
                    pending.remove(code);
                    long now = System.nanoTime();
                    handedOver[seen] = now - at.handedOver();
                    committed[seen++] = Math.max(0, now - at.committed());
                }
                long slept = 5_000_000 - (System.nanoTime() - asked);
                if (slept > 0) {
                    TimeUnit.NANOSECONDS.sleep(slept);
                }
            }
            reading.destroy();
            worker.shutdownNow();
        }
        System.out.printf("%,d of %,d were seen%n", seen, records);
        System.out.println("| ms until the new grade is seen | p50 | p99 | max |");
        System.out.println("| --- | ---: | ---: | ---: |");
        print("from commit", Arrays.copyOf(committed, seen));
        print("from handing over", Arrays.copyOf(handedOver, seen));
        if (seen < records) {
            throw new IllegalStateException("%,d records were not seen in time".formatted(records - seen));
        }
    }

    private @org.jspecify.annotations.Nullable Void land(
            FeedHouse house, List<Batch> batches, Map<String, Landed> pending) throws InterruptedException {
        long start = System.nanoTime();
        for (int b = 0; b < batches.size(); b++) {
            long due = start + b * (1_000_000_000L / LANDINGS_A_SECOND);
            long wait = due - System.nanoTime();
            if (wait > 0) {
                TimeUnit.NANOSECONDS.sleep(wait);
            }
            Batch batch = batches.get(b);
            house.store.landing().land(batch);
            Landed at = new Landed(due, System.nanoTime());
            for (MappedRow row : batch.rows()) {
                pending.put(row.entries().getFirst().record().header().subject().value(), at);
            }
        }
        return null;
    }

    /** The penalties in batches of one delivery, on businesses in no order. */
    private List<Batch> batches(FeedHouse house, Path folder, int records) throws Exception {
        List<Integer> order = new ArrayList<>();
        for (int n = 0; n < businesses; n++) {
            order.add(n);
        }
        Collections.shuffle(order, new Random(FeedContest.SEED));
        Path file = FeedFiles.penalties(folder.resolve("p.csv"), order.subList(0, records), FeedContest.SEED);
        FeedDescriptor descriptor = FeedHouse.CATALOGUE.get("penalties");
        RowMapper mapper = new RowMapper(descriptor, FeedHouse.KEYS);
        Delivery delivery = house.store.deliveries().receive("penalties", "p.csv", "latency", Files.size(file));
        int size = Math.max(1, rate / LANDINGS_A_SECOND);
        List<Batch> batches = new ArrayList<>();
        List<MappedRow> rows = new ArrayList<>();
        try (RowSource source = RowSource.open(file, descriptor.format(), descriptor.columns())) {
            for (Row row = source.next(); row != null; row = source.next()) {
                rows.add(mapper.map(row, source.header()));
                if (rows.size() == size) {
                    batches.add(new Batch(delivery.id(), "penalties", List.copyOf(rows)));
                    rows.clear();
                }
            }
        }
        if (!rows.isEmpty()) {
            batches.add(new Batch(delivery.id(), "penalties", List.copyOf(rows)));
        }
        return batches;
    }

    private static Grading grading(PGSimpleDataSource source) throws Exception {
        Clock clock = Clock.system(ZoneId.of("Asia/Shanghai"));
        SingleConnectionDataSource own = new SingleConnectionDataSource(source.getConnection(), true);
        PolicyVersions versions = new PolicyVersions(
                source, new DataSourceTransactionManager(source), new AuditLog(source, clock), clock);
        versions.install(BuiltIn.policyFile(POLICY));
        return new Grading(own, new TransactionTemplate(new DataSourceTransactionManager(own)), versions, clock);
    }

    private static void print(String name, long[] nanos) {
        Arrays.sort(nanos);
        if (nanos.length > 0) {
            System.out.printf(
                    "| %s | %,d | %,d | %,d |%n",
                    name,
                    nanos[nanos.length / 2] / 1_000_000,
                    nanos[(int) (nanos.length * 0.99)] / 1_000_000,
                    nanos[nanos.length - 1] / 1_000_000);
        }
    }
}
