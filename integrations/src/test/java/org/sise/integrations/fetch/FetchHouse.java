package org.sise.integrations.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sise.engines.testing.TestDatabase;
import org.sise.integrations.Samples;
import org.sise.integrations.descriptor.FeedCatalogue;
import org.sise.integrations.descriptor.FeedSource;
import org.sise.integrations.descriptor.Sources;
import org.sise.integrations.landing.FeedStore;
import org.sise.integrations.landing.Fetch;
import org.sise.integrations.landing.Pull;
import org.sise.ledger.Migrations;

/** One fetched feed of a test: a real database, a folder, and waits that are noted and not waited for. */
final class FetchHouse {

    static final String FEED = "fetched";

    final FeedStore store;
    final List<Duration> waits = new ArrayList<>();
    Pause pause = _ -> {};
    private final Path data;
    private FeedPull pull;

    FetchHouse(DataSource dataSource, Path data) {
        Migrations.migrate(dataSource, "ledger");
        Migrations.migrate(dataSource, FeedStore.SCHEMA);
        this.store = new FeedStore(dataSource, FeedCatalogue.builtIn(), Samples.keys());
        this.data = data;
    }

    static DataSource dataSource(TestDatabase database) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(database.jdbcUrl());
        dataSource.setUser(database.user());
        dataSource.setPassword(database.password());
        return dataSource;
    }

    /** With the source of a YAML text, from its last position on. */
    FetchHouse with(String yaml) {
        FeedSource.Pulled source = (FeedSource.Pulled) Sources.read(yaml);
        PullTools tools = new PullTools(
                new Secrets(Map.of(), data.resolve("secrets")),
                data,
                time -> {
                    if (!time.isZero()) {
                        waits.add(time);
                    }
                    pause.pause(time);
                },
                Clock.systemUTC(),
                new Random(7));
        Spool spool = new Spool(FEED, inbox(), store.fetches(), FetchSteps.NONE);
        pull = new FeedPull(FEED, source, store, spool, tools);
        return this;
    }

    Pull pull() {
        return pull.pullNow();
    }

    Path inbox() {
        return data.resolve("inbox");
    }

    Path secret(String name, String value) throws IOException {
        return secret(data.resolve("secrets"), name, value);
    }

    static Path secret(Path folder, String name, String value) throws IOException {
        Files.createDirectories(folder);
        Path file = Files.writeString(folder.resolve(name), value + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    /** The fetched files' texts, the first first. */
    List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        for (Fetch fetch : store.fetches().latest(FEED, 1000).reversed()) {
            texts.add(Files.readString(inbox().resolve(fetch.file()), UTF_8));
        }
        return texts;
    }

    /** The names of what stands in the folder and aside. */
    List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        for (Path folder : List.of(inbox(), inbox().resolve(Spool.FOLDER))) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(Files::isRegularFile)
                        .map(file -> file.getFileName().toString())
                        .forEach(names::add);
            }
        }
        return names;
    }
}
