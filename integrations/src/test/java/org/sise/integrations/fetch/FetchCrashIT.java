package org.sise.integrations.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sise.engines.testing.TestDatabase;
import org.sise.engines.testing.TestEngines;
import org.sise.integrations.Samples;
import org.sise.integrations.landing.Delivery;
import org.sise.integrations.landing.FeedStore;
import org.sise.ledger.Migrations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A process that ends hard after each step of a fetch and of its landing, and what the ledger holds in the end. */
class FetchCrashIT {

    private static final int FILES = 8;
    private static final int ROWS = 25;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "move, WRITTEN COMMITTED RENAMED TOLD ACKNOWLEDGED LANDED ENDED",
        "delete, RENAMED TOLD",
        "keep, COMMITTED RENAMED"
    })
    void afterAKillBetweenAnyTwoStepsTheLedgerIsThatOfAnUndisturbedRun(String after, String steps) throws Exception {
        try (SftpHost host = new SftpHost(folder.resolve("remote"))) {
            DataSource calm = FetchHouse.dataSource(TestEngines.freshDatabase());
            put(host, "calm");
            run(host, calm, "calm", after);

            TestDatabase database = TestEngines.freshDatabase();
            DataSource disturbed = FetchHouse.dataSource(database);
            put(host, "disturbed");
            for (String step : steps.split(" ")) {
                kill(host, database, after, step);
            }
            FeedStore store = run(host, disturbed, "disturbed", after);

            assertThat(content(disturbed)).hasSizeGreaterThan(FILES * ROWS).isEqualTo(content(calm));
            assertThat(store.fetches().latest("register", 100)).hasSize(FILES);
            assertThat(store.deliveries().latest("register", null, 100))
                    .hasSize(FILES)
                    .allSatisfy(delivery -> assertThat(delivery.state()).isEqualTo(Delivery.State.DONE))
                    .extracting(Delivery::rowsRead)
                    .containsOnly((long) ROWS);
            assertThat(names(folder.resolve("disturbed/inbox/register"))).isEmpty();
            assertThat(names(folder.resolve("disturbed/inbox/register/.fetching")))
                    .isEmpty();
            assertThat(names(folder.resolve("disturbed/inbox/register/.done"))).hasSize(FILES);
            assertThat(names(folder.resolve("remote/disturbed"))).hasSize(after.equals("keep") ? FILES : 0);
        }
    }

    /** Fetches and lands until all is there. */
    private FeedStore run(SftpHost host, DataSource dataSource, String name, String after) throws Exception {
        Migrations.migrate(dataSource, "ledger");
        Migrations.migrate(dataSource, FeedStore.SCHEMA);
        FeedStore store = FetchProcess.store(dataSource, descriptor(host, name, after));
        FetchHouse.secret(folder.resolve(name).resolve("secrets"), "SFTP", SftpHost.PASSWORD);
        DefaultCamelContext camel = new DefaultCamelContext();
        try {
            FetchProcess.start(camel, store, folder.resolve(name), "never");
            long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
            while (store.deliveries().latest("register", null, 100).stream()
                                    .filter(delivery -> delivery.finishedAt() != null)
                                    .count()
                            < FILES
                    || store.pulls().lastGood("register").isEmpty()
                    || !names(folder.resolve(name).resolve("inbox/register")).isEmpty()) {
                assertThat(System.nanoTime()).as("the feed ends in time").isLessThan(end);
                Thread.sleep(20);
            }
        } finally {
            camel.stop();
        }
        return store;
    }

    /** Runs a process until it ends itself after a step. */
    private void kill(SftpHost host, TestDatabase database, String after, String step) throws Exception {
        Migrations.migrate(FetchHouse.dataSource(database), "ledger");
        Migrations.migrate(FetchHouse.dataSource(database), FeedStore.SCHEMA);
        FetchHouse.secret(folder.resolve("disturbed/secrets"), "SFTP", SftpHost.PASSWORD);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FetchProcess.class.getName(),
                        database.jdbcUrl(),
                        database.user(),
                        database.password(),
                        folder.resolve("disturbed").toString(),
                        descriptor(host, "disturbed", after).toString(),
                        step)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(step + ".log").toFile())
                .start();
        try {
            assertThat(process.waitFor(3, TimeUnit.MINUTES))
                    .as("it comes to " + step)
                    .isTrue();
            assertThat(process.exitValue())
                    .as(Files.readString(folder.resolve(step + ".log")))
                    .isEqualTo(FetchProcess.HALTED);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** Files of a register, of which each corrects some businesses of the one before, so that their order matters. */
    private static void put(SftpHost host, String name) throws IOException {
        for (int n = 0; n < FILES; n++) {
            StringBuilder text = new StringBuilder(Samples.REGISTER).append('\n');
            for (int i = 0; i < ROWS; i++) {
                text.append(Samples.registered(n * (ROWS - 5) + i).replace("和平区", "和平区" + n + "路"))
                        .append('\n');
            }
            host.put(name + "/r%d.csv".formatted(FILES - n), text.toString(), n);
        }
    }

    private Path descriptor(SftpHost host, String name, String after) throws IOException {
        String register;
        try (var in = FetchCrashIT.class.getResourceAsStream("/feeds/register.yaml")) {
            register = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
        Files.createDirectories(folder.resolve(name));
        return Files.writeString(
                folder.resolve(name).resolve("register.yaml"),
                register
                        + host.source("password: {secret: SFTP}").replace("every: 5m", "every: 1s")
                        + "  quiet: 0s\n  folder: /%s\n  after: %s\n".formatted(name, after));
    }

    private static List<String> content(DataSource dataSource) {
        return new ArrayList<>(
                JdbcClient.create(dataSource).sql("""
                        select concat_ws(' ', kind, record_key, version, encode(digest, 'hex'), feed, line, original)
                        from ledger.record order by 1""").query(String.class).list());
    }

    private static List<String> names(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
