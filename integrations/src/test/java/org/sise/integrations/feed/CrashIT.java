package org.sise.integrations.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sise.engines.testing.TestDatabase;
import org.sise.engines.testing.TestEngines;
import org.sise.integrations.Samples;
import org.sise.integrations.descriptor.FeedCatalogue;
import org.sise.integrations.landing.Delivery;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A process that is killed in the middle of a file, and what the ledger holds after the next one. */
class CrashIT {

    private static final int ROWS = 3_000;

    @TempDir
    private Path folder;

    @Test
    void afterAKillInTheMiddleTheLedgerIsThatOfAnUndisturbedRun() throws Exception {
        Path register = register();
        Path penalties = penalties();

        DataSource calm = FeedHouse.dataSource(TestEngines.freshDatabase());
        List<Delivery> undisturbed;
        try (FeedHouse house = new FeedHouse(calm, FeedCatalogue.builtIn(), folder.resolve("calm"), 100).start()) {
            house.deliver("penalties", penalties);
            house.deliver("register", register);
            undisturbed = deliveries(house);
        }

        TestDatabase database = TestEngines.freshDatabase();
        DataSource disturbed = FeedHouse.dataSource(database);
        Path inbox = folder.resolve("disturbed");
        new FeedHouse(disturbed, FeedCatalogue.builtIn(), inbox, 100).deliver("penalties", penalties);
        new FeedHouse(disturbed, FeedCatalogue.builtIn(), inbox, 100).deliver("register", register);
        killAfter(database, inbox, 3);
        JdbcClient jdbc = JdbcClient.create(disturbed);
        assertThat(jdbc.sql("select sum(next_row) from integrations.delivery where state = 'receiving'")
                        .query(Long.class)
                        .single())
                .isBetween(1L, 2L * ROWS - 1);
        killAfter(database, inbox, 5);

        try (FeedHouse house = new FeedHouse(disturbed, FeedCatalogue.builtIn(), inbox, 100).start()) {
            List<Delivery> resumed = deliveries(house);
            assertThat(resumed).hasSameSizeAs(undisturbed);
            for (int i = 0; i < resumed.size(); i++) {
                assertThat(counts(resumed.get(i))).isEqualTo(counts(undisturbed.get(i)));
            }
            assertThat(content(disturbed)).isEqualTo(content(calm));
            assertThat(house.kept("register", ".done")).hasSize(1);
            assertThat(house.kept("penalties", ".done")).hasSize(1);
        }
    }

    /** Runs the feeds in a process of their own and kills it hard when so many batches have been told of. */
    private static void killAfter(TestDatabase database, Path inbox, int batches) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ImportProcess.class.getName(),
                        database.jdbcUrl(),
                        database.user(),
                        database.password(),
                        inbox.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            int told = 0;
            for (String line = out.readLine(); line != null && told < batches; line = out.readLine()) {
                told += line.matches("\\S+ \\d+ \\d+") ? 1 : 0;
            }
            assertThat(told).isEqualTo(batches);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static List<Delivery> deliveries(FeedHouse house) throws InterruptedException {
        house.ended("register", 1);
        house.ended("penalties", 1);
        Await.until(
                () -> house.store.deliveries().latest("penalties", null, 1).getFirst(),
                delivery -> delivery.waiting() == 0);
        return List.of(
                house.ended("register", 1).getFirst(),
                house.ended("penalties", 1).getFirst());
    }

    private static List<Long> counts(Delivery d) {
        return List.of(d.rowsRead(), d.fresh(), d.same(), d.corrected(), d.quarantined(), d.waiting());
    }

    private static List<String> content(DataSource dataSource) {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        List<String> content = new ArrayList<>(jdbc.sql("""
                        select concat_ws(' ', kind, record_key, version, encode(digest, 'hex'), feed, line, original)
                        from ledger.record order by 1""").query(String.class).list());
        content.addAll(jdbc.sql("""
                        select concat_ws(' ', feed, row_index, line, reason, original,
                            case state when 'open' then state else '' end)
                        from integrations.quarantined_row where reason <> 'unknown-business' order by 1""").query(String.class).list());
        return content;
    }

    private Path register() throws Exception {
        List<String> lines = new ArrayList<>(List.of(Samples.REGISTER));
        for (int i = 1; i <= ROWS; i++) {
            lines.add(i % 500 == 0 ? Samples.registered(i).replace("2015-03-01", "2015-02-29") : Samples.registered(i));
        }
        return Samples.text(folder.resolve("register.csv"), UTF_8, lines);
    }

    private Path penalties() throws Exception {
        List<String> lines = new ArrayList<>(List.of(Samples.PENALTIES));
        for (int i = 1; i <= ROWS; i++) {
            int n = i % 500 == 0 ? i - 1 : i;
            lines.add(i % 300 == 7 ? Samples.penalty(n, "-1") : Samples.penalty(n, "0." + i));
        }
        return Samples.text(folder.resolve("penalties.csv"), Samples.GBK, lines);
    }
}
