package org.sise.engines.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sise.engines.host.EngineException;
import org.sise.engines.host.FolderLock;
import org.sise.engines.host.Folders;
import org.sise.engines.neo4j.Neo4jEngine;
import org.sise.engines.neo4j.Neo4jSettings;
import org.sise.engines.postgres.PostgresEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Embedded engines in a temporary folder of this JVM, stopped and removed at its end. What a killed test JVM
 * left behind, a running PostgreSQL server among it, the next one removes.
 */
final class EmbeddedTestEngines {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedTestEngines.class);

    /** A folder younger than this may belong to a JVM that is about to lock it. */
    private static final Duration YOUNG = Duration.ofMinutes(1);

    private static @Nullable EmbeddedTestEngines shared;

    private final Path folder;
    private final FolderLock lock;
    private @Nullable PostgresEngine postgres;
    private @Nullable Neo4jEngine neo4j;

    private EmbeddedTestEngines(Path folder) {
        this.folder = folder;
        this.lock = FolderLock.take(folder);
    }

    static synchronized EmbeddedTestEngines shared() {
        EmbeddedTestEngines known = shared;
        if (known == null) {
            try {
                Path all = Files.createDirectories(Path.of(
                        System.getProperty("java.io.tmpdir"), "sise-test-engines-" + System.getProperty("user.name")));
                removeLeftOvers(all);
                known = new EmbeddedTestEngines(Files.createTempDirectory(all, "jvm-"));
            } catch (IOException e) {
                throw new EngineException("No temporary folder for engines: " + e, e);
            }
            shared = known;
            Runtime.getRuntime().addShutdownHook(new Thread(known::stop));
        }
        return known;
    }

    synchronized TestServer postgres() {
        PostgresEngine engine = PostgresEngine.start(folder.resolve("postgres"));
        postgres = engine;
        return new TestServer(engine.jdbcUrl(), engine.user(), engine.password(), false);
    }

    synchronized TestGraph neo4j() {
        Neo4jEngine engine = Neo4jEngine.start(folder.resolve("neo4j"), new Neo4jSettings(0, 512, 128, true));
        neo4j = engine;
        return new TestGraph(engine.boltUri(), "", "");
    }

    private synchronized void stop() {
        try (lock;
                PostgresEngine stoppingPostgres = postgres;
                Neo4jEngine stoppingNeo4j = neo4j) {
            LOG.debug("Stopping {} and {}", stoppingPostgres, stoppingNeo4j);
        } finally {
            remove(folder);
        }
    }

    static void removeLeftOvers(Path all) throws IOException {
        List<Path> found;
        try (Stream<Path> folders = Files.list(all)) {
            found = folders.toList();
        }
        for (Path left : found) {
            if (Files.getLastModifiedTime(left)
                    .toInstant()
                    .isAfter(Instant.now().minus(YOUNG))) {
                continue;
            }
            try (FolderLock taken = FolderLock.take(left)) {
                PostgresEngine.stopLeftOver(left.resolve("postgres"));
                remove(left);
            } catch (EngineException e) {
                LOG.debug("{} is left alone", left, e);
            }
        }
    }

    private static void remove(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            LOG.warn("The temporary folder {} stays behind", folder, e);
        }
    }
}
