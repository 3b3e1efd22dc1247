package org.sise.bench.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;
import org.sise.core.person.PersonKeys;
import org.sise.engines.postgres.PostgresEngine;
import org.sise.integrations.descriptor.FeedCatalogue;
import org.sise.integrations.feed.FeedImport;
import org.sise.integrations.feed.FeedIntake;
import org.sise.integrations.feed.FeedProgress;
import org.sise.integrations.feed.FeedSettings;
import org.sise.integrations.landing.FeedStore;
import org.sise.ledger.Migrations;
import org.sise.ledger.record.Appended;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A ledger of its own in a database of its own, with the feeds that come with the house. */
final class FeedHouse implements AutoCloseable {

    static final PersonKeys KEYS = new PersonKeys(new byte[32]);
    static final FeedCatalogue CATALOGUE = FeedCatalogue.builtIn();

    final PGSimpleDataSource source;
    final SingleConnectionDataSource pooled;
    final JdbcClient jdbc;
    final FeedStore store;
    private final FeedIntake intake;

    /**
     * What became of a file.
     *
     * @param rows its rows
     * @param appended what the ledger did with their records
     * @param quarantined rows that did not land
     * @param seconds from the first look at the file to the end of its delivery
     */
    record Run(long rows, Appended appended, long quarantined, double seconds) {}

    FeedHouse(PostgresEngine engine, String name) throws SQLException {
        JdbcClient.create(source(engine, "sise")).sql("create database " + name).update();
        source = source(engine, name);
        Migrations.migrate(source, "ledger");
        Migrations.migrate(source, FeedStore.SCHEMA);
        pooled = new SingleConnectionDataSource(source.getConnection(), true);
        jdbc = JdbcClient.create(pooled);
        store = new FeedStore(pooled, CATALOGUE, KEYS);
        int batchRows = FeedSettings.at(Path.of("inbox")).batchRows();
        intake = new FeedIntake(store, batchRows, FeedProgress.NONE);
    }

    /** Lands a file as its route does, and tells after each batch how many rows that is so far. */
    Run land(String feed, Path file, LongConsumer told) throws IOException {
        long start = System.nanoTime();
        long rows = 0;
        Appended appended = Appended.NONE;
        long quarantined = 0;
        FeedImport opened = intake.open(feed, file);
        while (opened.hasNext()) {
            var batch = opened.next();
            var landed = store.landing().land(batch);
            rows += batch.rows().size();
            appended = appended.plus(landed.records());
            quarantined += landed.quarantined() + landed.waiting();
            told.accept(rows);
        }
        intake.close(opened);
        return new Run(rows, appended, quarantined, (System.nanoTime() - start) / 1e9);
    }

    long number(String query) {
        return jdbc.sql(query).query(Long.class).single();
    }

    Connection connection() throws SQLException {
        return source.getConnection();
    }

    private static PGSimpleDataSource source(PostgresEngine engine, String name) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(engine.jdbcUrl(name));
        source.setUser(engine.user());
        source.setPassword(engine.password());
        return source;
    }

    /** Removes a folder with all that is in it. */
    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void close() {
        pooled.destroy();
    }
}
