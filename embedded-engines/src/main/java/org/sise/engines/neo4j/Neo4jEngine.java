package org.sise.engines.neo4j;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.sise.engines.host.EngineException;
import org.sise.engines.host.FolderLock;
import org.sise.engines.host.Folders;
import org.sise.engines.host.LogFile;
import org.sise.engines.host.Processes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Neo4j Community server with Bolt, in a process of its own on a data folder that survives a restart.
 * It listens on 127.0.0.1 only, asks no password and reports nothing to its maker.
 *
 * <p>The process ends with this one, even when this one is killed: it lives as long as its standard input,
 * which this class holds. The folder holds {@code home} (Neo4j's own), {@code neo4j.log} (what the process
 * prints), {@code process.pid} and {@code bolt.port}.
 *
 * <p>Whoever starts an engine closes it, for instance by a shutdown hook.
 */
public final class Neo4jEngine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Neo4jEngine.class);
    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);
    private static final Duration FORMER_LIMIT = Duration.ofMinutes(1);

    private final FolderLock lock;
    private final Process process;
    private final int port;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Neo4jEngine(FolderLock lock, Process process, int port) {
        this.lock = lock;
        this.process = process;
        this.port = port;
    }

    /** Starts with the standard settings; see {@link #start(Path, Neo4jSettings)}. */
    public static Neo4jEngine start(Path dataDir) {
        return start(dataDir, Neo4jSettings.standard());
    }

    /**
     * Starts the process, making its data folder where it is missing, and returns when Bolt answers. A former
     * process of a killed parent is awaited for a minute, then killed: its committed data is in its log.
     *
     * @param dataDir the engine's own folder
     * @throws EngineException when the folder is in use, Neo4j's jars are missing, or the process ends or
     *     does not answer within five minutes; the message holds the last lines of its log
     */
    public static Neo4jEngine start(Path dataDir, Neo4jSettings settings) {
        Path classPath = Neo4jClassPath.folder();
        FolderLock lock = FolderLock.take(dataDir);
        try {
            Neo4jFolder folder = new Neo4jFolder(dataDir.toRealPath());
            endFormerProcess(folder);
            LogFile output = LogFile.from(folder.log());
            Process process = folder.launch(classPath, settings);
            int port;
            try {
                Folders.write(folder.pid(), Long.toString(process.pid()));
                port = awaitPort(process, folder, output);
            } catch (IOException | InterruptedException | RuntimeException e) {
                process.destroyForcibly();
                throw e;
            }
            return new Neo4jEngine(lock, process, port);
        } catch (IOException e) {
            lock.close();
            throw new EngineException("Neo4j cannot be started on " + dataDir + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            lock.close();
            throw new EngineException("Interrupted while Neo4j was starting on " + dataDir, e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** The address for a driver, for instance {@code bolt://127.0.0.1:7687}. */
    public String boltUri() {
        return "bolt://127.0.0.1:" + port;
    }

    /** The TCP port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** The process id of the server. */
    public long pid() {
        return process.pid();
    }

    /** Whether the process still runs: it may have been killed, or have run out of memory. */
    public boolean isRunning() {
        return Processes.runs(process.toHandle());
    }

    /** Shuts Neo4j down in order and lets go of the folder; a second call does nothing. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            process.getOutputStream().close();
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("Neo4j did not stop within {} and is killed; it recovers at the next start", STOP_LIMIT);
                process.destroyForcibly().waitFor();
            }
        } catch (IOException e) {
            process.destroyForcibly();
            throw new EngineException("Neo4j cannot be asked to stop, so it is killed: " + e, e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } finally {
            lock.close();
        }
    }

    private static int awaitPort(Process process, Neo4jFolder folder, LogFile output)
            throws IOException, InterruptedException {
        Instant end = Instant.now().plus(START_LIMIT);
        while (!Files.exists(folder.port())) {
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                throw new EngineException("Neo4j ended with status " + process.exitValue()
                        + " before it answered. The end of " + folder.log() + ":\n" + output.tail());
            }
            if (Instant.now().isAfter(end)) {
                throw new EngineException("Neo4j did not answer within " + START_LIMIT + ". The end of " + folder.log()
                        + ":\n" + output.tail());
            }
        }
        return Integer.parseInt(Files.readString(folder.port()));
    }

    private static void endFormerProcess(Neo4jFolder folder) throws IOException, InterruptedException {
        Optional<ProcessHandle> former = folder.formerProcess();
        if (former.isEmpty() || Processes.awaitEnd(former.get(), FORMER_LIMIT)) {
            return;
        }
        LOG.warn(
                "The former Neo4j process {} still held {} after {} and is killed",
                former.get().pid(),
                folder.root(),
                FORMER_LIMIT);
        former.get().destroyForcibly();
        if (!Processes.awaitEnd(former.get(), FORMER_LIMIT)) {
            throw new EngineException("The former Neo4j process " + former.get().pid() + " on " + folder.root()
                    + " does not end, even killed.");
        }
    }
}
