package org.sise.integrations.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.postgresql.ds.PGSimpleDataSource;
import org.sise.engines.testing.TestDatabase;
import org.sise.integrations.Samples;
import org.sise.integrations.descriptor.FeedCatalogue;
import org.sise.integrations.landing.Delivery;
import org.sise.integrations.landing.FeedStore;
import org.sise.ledger.Migrations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The feeds of a test: real routes, a real database, an inbox in a temporary folder. */
final class FeedHouse implements AutoCloseable {

    final FeedStore store;
    final JdbcClient jdbc;
    final Path inbox;
    private final FeedSettings settings;
    private final CamelContext camel = new DefaultCamelContext();

    FeedHouse(DataSource dataSource, FeedCatalogue catalogue, Path inbox, int batchRows) {
        Migrations.migrate(dataSource, "ledger");
        Migrations.migrate(dataSource, FeedStore.SCHEMA);
        this.store = new FeedStore(dataSource, catalogue, Samples.keys());
        this.jdbc = JdbcClient.create(dataSource);
        this.inbox = inbox;
        this.settings = new FeedSettings(
                inbox, Duration.ofMillis(100), Duration.ofMillis(300), Duration.ofSeconds(1), batchRows);
    }

    FeedHouse start() throws Exception {
        return start(FeedProgress.NONE);
    }

    FeedHouse start(FeedProgress progress) throws Exception {
        new FeedStarter(store, settings, progress).addTo(camel);
        camel.start();
        return this;
    }

    static DataSource dataSource(TestDatabase database) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(database.jdbcUrl());
        dataSource.setUser(database.user());
        dataSource.setPassword(database.password());
        return dataSource;
    }

    /** Puts a file into a feed's folder as a careful sender does: written elsewhere, then renamed. */
    Path deliver(String feed, Path file) throws IOException {
        Path target = inbox.resolve(feed).resolve(file.getFileName());
        Path part = target.resolveSibling(file.getFileName() + ".part");
        Files.createDirectories(target.getParent());
        Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
        return Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Waits for the end of so many deliveries of a feed and gives them, the first first. */
    List<Delivery> ended(String feed, int count) throws InterruptedException {
        return Await.until(
                () -> store.deliveries().latest(feed, null, 100).reversed(),
                deliveries -> deliveries.size() >= count
                        && deliveries.stream().allMatch(d -> d.finishedAt() != null)
                        && waitingFiles(feed).isEmpty());
    }

    /** Names of the whole files in a feed's folder. */
    List<String> waitingFiles(String feed) {
        return names(inbox.resolve(feed)).stream()
                .filter(name -> !name.endsWith(".part") && !name.endsWith(".tmp"))
                .toList();
    }

    /** Names of the files that a feed is done with, or refused. */
    List<String> kept(String feed, String folder) {
        return names(inbox.resolve(feed).resolve(folder));
    }

    long records() {
        return jdbc.sql("select count(*) from ledger.record").query(Long.class).single();
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        camel.stop();
    }
}
