package org.sise.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.sise.engines.host.EngineException;
import org.sise.engines.host.FolderLock;
import org.sise.engines.host.Folders;
import org.sise.engines.neo4j.Neo4jEngine;
import org.sise.engines.neo4j.Neo4jSettings;
import org.sise.engines.postgres.PostgresEngine;

/**
 * Both engines on one data folder: {@code postgres}, {@code neo4j}, and {@code engines.json}, by which other
 * processes find them while they run ({@link #running}).
 *
 * <p>Whoever starts them closes them, for instance by a shutdown hook.
 */
public final class Engines implements AutoCloseable {

    private static final String FILE = "engines.json";

    private final Path dataDir;
    private final FolderLock lock;
    private final PostgresEngine postgres;
    private final Neo4jEngine neo4j;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Engines(Path dataDir, FolderLock lock, PostgresEngine postgres, Neo4jEngine neo4j) {
        this.dataDir = dataDir;
        this.lock = lock;
        this.postgres = postgres;
        this.neo4j = neo4j;
    }

    /** Starts with the standard settings; see {@link #start(Path, int, Neo4jSettings)}. */
    public static Engines start(Path dataDir) {
        return start(dataDir, 0, Neo4jSettings.standard());
    }

    /**
     * Starts both engines at the same time and returns when both answer.
     *
     * @param dataDir the folder, made where it is missing
     * @param postgresPort TCP port of PostgreSQL, or 0 for any free one
     * @throws EngineException when the folder is in use or one of them does not start; then none runs
     */
    public static Engines start(Path dataDir, int postgresPort, Neo4jSettings neo4jSettings) {
        FolderLock lock = FolderLock.take(dataDir);
        boolean started = false;
        try {
            Path folder = dataDir.toRealPath();
            Files.deleteIfExists(folder.resolve(FILE));
            Engines engines = startBoth(folder, lock, postgresPort, neo4jSettings);
            try {
                Folders.write(folder.resolve(FILE), engines.describe().toJson());
                started = true;
                return engines;
            } finally {
                if (!started) {
                    engines.close();
                }
            }
        } catch (IOException e) {
            throw new EngineException("The engines cannot be started on " + dataDir + ": " + e, e);
        } finally {
            if (!started) {
                lock.close();
            }
        }
    }

    /** The engines that a living process runs on this folder; empty when none does. */
    public static Optional<RunningEngines> running(Path dataDir) {
        return RunningEngines.read(dataDir.resolve(FILE));
    }

    /** The PostgreSQL server. */
    public PostgresEngine postgres() {
        return postgres;
    }

    /** The Neo4j server. */
    public Neo4jEngine neo4j() {
        return neo4j;
    }

    /** Stops both and removes {@code engines.json}; a second call does nothing. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try (lock;
                postgres;
                neo4j) {
            Files.deleteIfExists(dataDir.resolve(FILE));
        } catch (IOException e) {
            throw new EngineException("The file " + dataDir.resolve(FILE) + " cannot be removed: " + e, e);
        }
    }

    private RunningEngines describe() {
        return new RunningEngines(
                ProcessHandle.current().pid(),
                postgres.jdbcUrl(),
                postgres.user(),
                postgres.pid(),
                neo4j.boltUri(),
                neo4j.pid());
    }

    private static Engines startBoth(Path folder, FolderLock lock, int postgresPort, Neo4jSettings neo4jSettings) {
        CompletableFuture<Neo4jEngine> neo4j = CompletableFuture.supplyAsync(
                () -> Neo4jEngine.start(folder.resolve("neo4j"), neo4jSettings), Thread::startVirtualThread);
        PostgresEngine postgres;
        try {
            postgres = PostgresEngine.start(folder.resolve("postgres"), postgresPort);
        } catch (RuntimeException e) {
            neo4j.handle((engine, failure) -> {
                        if (engine != null) {
                            engine.close();
                        }
                        return engine;
                    })
                    .join();
            throw e;
        }
        try {
            return new Engines(folder, lock, postgres, neo4j.join());
        } catch (CompletionException e) {
            postgres.close();
            throw e.getCause() instanceof EngineException known
                    ? known
                    : new EngineException("Neo4j cannot be started on " + folder + ": " + e.getCause(), e);
        }
    }
}
