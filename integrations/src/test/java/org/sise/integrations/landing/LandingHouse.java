package org.sise.integrations.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sise.core.record.RecordKind;
import org.sise.engines.testing.TestDatabase;
import org.sise.integrations.Samples;
import org.sise.integrations.descriptor.FeedCatalogue;
import org.sise.integrations.feed.FeedImport;
import org.sise.integrations.feed.FeedIntake;
import org.sise.integrations.feed.FeedProgress;
import org.sise.ledger.Migrations;
import org.sise.ledger.audit.AuditEntry;
import org.sise.ledger.audit.AuditLog;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Feeds on a real database without routes: a file is landed when it is delivered. */
final class LandingHouse {

    final DataSource dataSource;
    final FeedStore store;
    final JdbcClient jdbc;
    private final Path folder;

    LandingHouse(TestDatabase database, Path folder) {
        this(dataSource(database.jdbcUrl(), database.user(), database.password()), folder);
    }

    LandingHouse(DataSource dataSource, Path folder) {
        Migrations.migrate(dataSource, "ledger");
        Migrations.migrate(dataSource, FeedStore.SCHEMA);
        this.dataSource = dataSource;
        this.store = new FeedStore(dataSource, FeedCatalogue.builtIn(), Samples.keys());
        this.jdbc = JdbcClient.create(dataSource);
        this.folder = folder;
    }

    static DataSource dataSource(String url, String user, String password) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url);
        dataSource.setUser(user);
        dataSource.setPassword(password);
        return dataSource;
    }

    /** Lands a file and gives its delivery. */
    Delivery deliver(String feed, String name, Charset charset, List<String> lines) throws IOException {
        Path file = Samples.text(folder.resolve(feed).resolve(name), charset, lines);
        FeedIntake intake = new FeedIntake(store, 500, FeedProgress.NONE);
        try (FeedImport opened = intake.open(feed, file)) {
            opened.forEachRemaining(store.landing()::land);
            intake.close(opened);
            Files.delete(file);
            return store.deliveries().find(opened.delivery().id()).orElseThrow();
        }
    }

    /** Registers businesses. */
    void register(int from, int to) throws IOException {
        deliver(
                "register",
                "register-%d.csv".formatted(from),
                StandardCharsets.UTF_8,
                lines(Samples.REGISTER, IntStream.rangeClosed(from, to).mapToObj(Samples::registered)));
    }

    /** Lands penalties. */
    Delivery penalties(String name, Stream<String> rows) throws IOException {
        return deliver("penalties", name, Samples.GBK, lines(Samples.PENALTIES, rows));
    }

    private static List<String> lines(String columns, Stream<String> rows) {
        return Stream.concat(Stream.of(columns), rows).toList();
    }

    /** Does every open job to its end. */
    void work() {
        while (store.mending().doNext()) {
            // the next rows
        }
    }

    MendingJob job(MendingJob asked) {
        return store.mending().find(asked.id()).orElseThrow();
    }

    long records(String kind) {
        return jdbc.sql("select count(*) from ledger.record where kind = :kind")
                .param("kind", RecordKind.valueOf(kind.toUpperCase(Locale.ROOT)).number())
                .query(Long.class)
                .single();
    }

    List<AuditEntry> audit(String object) {
        return new AuditLog(dataSource, Clock.systemUTC()).latest(object, 100).reversed();
    }

    /** Rows by state, counted one by one, as the tally should have them. */
    void tallyHolds() {
        List<String> counted = jdbc.sql("""
                        select concat_ws(' ', feed, state, reason, field, col, count(*))
                        from integrations.quarantined_row group by feed, state, reason, field, col order by 1""").query(String.class).list();
        List<String> tallied = jdbc.sql("""
                        select concat_ws(' ', feed, state, reason, field, col, sum(rows))
                        from integrations.quarantine_tally group by feed, state, reason, field, col
                        having sum(rows) <> 0 order by 1""").query(String.class).list();
        assertThat(tallied).isEqualTo(counted);
    }
}
