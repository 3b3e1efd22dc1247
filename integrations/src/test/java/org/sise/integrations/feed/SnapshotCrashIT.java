package org.sise.integrations.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.sise.engines.testing.TestDatabase;
import org.sise.engines.testing.TestEngines;
import org.sise.integrations.landing.Delivery;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A process that is killed hard while it withdraws what a full copy lacks. */
class SnapshotCrashIT {

    private static final int MATTERS = 12_000;
    private static final int LEFT = 1_000;
    private static final String WATCH =
            "snapshot: {}\nwatch: {history: {last: 100, least: 100}, withdrawn: {most: 100%}}";

    @TempDir
    private Path folder;

    @Test
    void afterAKillWhileWithdrawingTheRestIsWithdrawnAndNothingTwice() throws Exception {
        TestDatabase database = TestEngines.freshDatabase();
        DataSource dataSource = FeedHouse.dataSource(database);
        Path inbox = folder.resolve("inbox");
        try (FeedHouse house = new FeedHouse(dataSource, Copies.catalogue(WATCH), inbox, 5_000).start()) {
            house.deliver(Copies.FEED, Copies.file(folder.resolve("a.csv"), Copies.rows(1, MATTERS)));
            house.ended(Copies.FEED, 1);
        }
        JdbcClient jdbc = JdbcClient.create(dataSource);
        // the second batch of withdrawals takes so long that the process is killed within it
        jdbc.sql("""
                        create function slow() returns trigger language plpgsql as $$
                        begin
                            if new.withdrawn > 5000 then perform pg_sleep(600); end if;
                            return new;
                        end $$""").update();
        jdbc.sql("create trigger slow before update on integrations.delivery for each row execute function slow()")
                .update();
        FeedHouse sender = new FeedHouse(dataSource, Copies.catalogue(WATCH), inbox, 5_000);
        sender.deliver(Copies.FEED, Copies.file(folder.resolve("b.csv"), Copies.rows(1, LEFT)));
        Process process = process(database, inbox);
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            assertThat(out.readLine()).isEqualTo("started");
            Await.until(
                    () -> jdbc.sql("select withdrawn from integrations.delivery order by id desc limit 1")
                            .query(Long.class)
                            .single(),
                    withdrawn -> withdrawn == 5_000);
        } finally {
            process.destroyForcibly().waitFor();
        }
        jdbc.sql(
                        "select pg_terminate_backend(pid) from pg_stat_activity where wait_event = 'PgSleep' and datname = current_database()")
                .query((_, _) -> true)
                .list();
        jdbc.sql("drop trigger slow on integrations.delivery").update();
        assertThat(withdrawn(jdbc)).isEqualTo(5_000);

        try (FeedHouse house = sender.start()) {
            List<Delivery> ended = house.ended(Copies.FEED, 2);
            assertThat(ended.getLast().state()).isEqualTo(Delivery.State.DONE);
            assertThat(ended.getLast().withdrawn()).isEqualTo(MATTERS - LEFT);
            assertThat(withdrawn(jdbc)).isEqualTo(MATTERS - LEFT);
            assertThat(jdbc.sql("select count(*) from ledger.standing_matter")
                            .query(Long.class)
                            .single())
                    .isEqualTo(LEFT);
            assertThat(jdbc.sql("select max(version) from ledger.record")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(2);
            assertThat(house.kept(Copies.FEED, ".done")).hasSize(2);
        }
    }

    private static long withdrawn(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from ledger.record where state = 'withdrawn'")
                .query(Long.class)
                .single();
    }

    private static Process process(TestDatabase database, Path inbox) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Copying.class.getName(),
                        database.jdbcUrl(),
                        database.user(),
                        database.password(),
                        inbox.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** The feed in a process of its own, until it is killed. */
    static final class Copying {

        private Copying() {}

        public static void main(String[] args) throws Exception {
            PGSimpleDataSource dataSource = new PGSimpleDataSource();
            dataSource.setUrl(args[0]);
            dataSource.setUser(args[1]);
            dataSource.setPassword(args[2]);
            new FeedHouse(dataSource, Copies.catalogue(WATCH), Path.of(args[3]), 5_000).start();
            System.out.println("started");
            Thread.currentThread().join();
        }
    }
}
