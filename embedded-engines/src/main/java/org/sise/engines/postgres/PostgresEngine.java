package org.sise.engines.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.sise.engines.host.EngineException;
import org.sise.engines.host.FolderLock;
import org.sise.engines.host.LogFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL 18 server on a data folder that survives a restart. It listens on 127.0.0.1 only and
 * asks no password: it is for the first run and for tests on a machine whose users trust each other.
 *
 * <p>Encoding UTF8, time zone UTC, {@code fsync} and {@code synchronous_commit} on. The locale is PostgreSQL's
 * own {@code C.UTF-8}: order by code point as in C, but Chinese characters are letters, without which
 * {@code pg_trgm} finds none in them. The programs come with the contrib extensions, {@code pg_trgm} among them,
 * and with ICU, so {@code COLLATE "zh-x-icu"} sorts Chinese by pinyin; they come without {@code psql},
 * {@code pg_dump}, LZ4, Zstandard and LLVM.
 *
 * <p>Whoever starts an engine closes it, for instance by a shutdown hook. A server left by a killed
 * process is found by the next start on its folder, stopped, and started anew.
 */
public final class PostgresEngine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresEngine.class);
    private static final String USER = "sise";
    private static final String DATABASE = "sise";
    private static final String MAJOR = "18";
    private static final Duration RETRY_LIMIT = Duration.ofMinutes(1);

    private final PostgresFolder folder;
    private final PostgresPrograms programs;
    private final FolderLock lock;
    private final int port;
    private final long pid;
    private final AtomicBoolean closed = new AtomicBoolean();

    private PostgresEngine(PostgresFolder folder, PostgresPrograms programs, FolderLock lock, int port, long pid) {
        this.folder = folder;
        this.programs = programs;
        this.lock = lock;
        this.port = port;
        this.pid = pid;
    }

    /** Starts on any free port; see {@link #start(Path, int)}. */
    public static PostgresEngine start(Path dataDir) {
        return start(dataDir, 0);
    }

    /**
     * Starts the server, making its data folder where it is missing, and returns when it takes connections.
     *
     * @param dataDir the engine's own folder
     * @param port TCP port, or 0 for any free one
     * @throws EngineException when the folder is in use, the server does not start, or it runs with a
     *     setting that can lose committed data
     */
    public static PostgresEngine start(Path dataDir, int port) {
        FolderLock lock = FolderLock.take(dataDir);
        try {
            PostgresFolder folder = new PostgresFolder(dataDir.toRealPath());
            PostgresPrograms programs = new PostgresPrograms(PostgresBinaries.unpacked());
            stopServerOf(folder, programs);
            if (!folder.isInitialised()) {
                folder.initialise(programs, USER);
            }
            folder.demandVersion(MAJOR);
            int bound = startServer(folder, programs, port);
            long pid = folder.runningServer()
                    .orElseThrow(() -> new EngineException("PostgreSQL started and ended at once, see " + folder.log()))
                    .pid();
            PostgresEngine engine = new PostgresEngine(folder, programs, lock, bound, pid);
            engine.prepare();
            return engine;
        } catch (IOException e) {
            lock.close();
            throw new EngineException("PostgreSQL cannot be started on " + dataDir + ": " + e, e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Stops the server that a killed process left on this folder, if there is one.
     *
     * @throws EngineException when the folder is in use by a living process
     */
    public static void stopLeftOver(Path dataDir) {
        try (FolderLock lock = FolderLock.take(dataDir)) {
            stopServerOf(new PostgresFolder(dataDir.toRealPath()), new PostgresPrograms(PostgresBinaries.unpacked()));
        } catch (IOException e) {
            throw new EngineException("PostgreSQL cannot be stopped on " + dataDir + ": " + e, e);
        }
    }

    /** The address of the database {@code sise}. */
    public String jdbcUrl() {
        return jdbcUrl(DATABASE);
    }

    /** The address of a database of this server, which need not exist. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The superuser's name. */
    public String user() {
        return USER;
    }

    /** The superuser's password: empty, none is asked. */
    public String password() {
        return "";
    }

    /** The TCP port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** The process id of the server. */
    public long pid() {
        return pid;
    }

    /** Stops the server, breaking open transactions off, and lets go of the folder; a second call does nothing. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            stopServerOf(folder, programs);
        } catch (IOException e) {
            throw new EngineException("PostgreSQL cannot be stopped on " + folder.home() + ": " + e, e);
        } finally {
            lock.close();
        }
    }

    private static void stopServerOf(PostgresFolder folder, PostgresPrograms programs) throws IOException {
        if (folder.runningServer().isEmpty()) {
            return;
        }
        if (programs.stop(folder.data(), folder.log(), "fast")
                || folder.runningServer().isEmpty()) {
            return;
        }
        LOG.warn("PostgreSQL on {} did not stop in time and is stopped at once; it recovers at the next start", folder);
        if (!programs.stop(folder.data(), folder.log(), "immediate")
                && folder.runningServer().isPresent()) {
            throw new EngineException("PostgreSQL on " + folder.home() + " does not stop, see " + folder.log());
        }
    }

    private static int startServer(PostgresFolder folder, PostgresPrograms programs, int wanted) throws IOException {
        Instant end = Instant.now().plus(RETRY_LIMIT);
        while (true) {
            int port = wanted == 0 ? freePort() : wanted;
            folder.writeSettings(PostgresSettings.standard(), port);
            LogFile output = LogFile.from(folder.log());
            if (programs.start(folder.data(), folder.log())) {
                return port;
            }
            String tail = output.tail();
            boolean portTaken = tail.contains("could not bind");
            boolean stillDying = tail.contains("shared memory block") && tail.contains("still in use");
            if (!(stillDying || (portTaken && wanted == 0)) || Instant.now().isAfter(end)) {
                throw new EngineException("PostgreSQL does not start on " + folder.home() + ", port " + port
                        + programs.rootRemedy() + ". The end of " + folder.log() + ":\n" + tail);
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Makes the database and holds the running server to the settings that protect committed data. */
    private void prepare() {
        try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"), USER, "");
                Statement sql = connection.createStatement()) {
            for (String setting : PostgresSettings.DURABLE) {
                demandOn(sql, setting);
            }
            if (!answer(sql, "SELECT count(*) FROM pg_database WHERE datname = '" + DATABASE + "'")
                    .equals("1")) {
                sql.execute("CREATE DATABASE " + DATABASE);
            }
        } catch (SQLException | RuntimeException e) {
            close();
            throw e instanceof EngineException known
                    ? known
                    : new EngineException("PostgreSQL on " + folder.home() + " started but does not answer: " + e, e);
        }
    }

    private void demandOn(Statement sql, String setting) throws SQLException {
        String value = answer(sql, "SHOW " + setting);
        if (!value.equals("on")) {
            throw new EngineException("PostgreSQL on " + folder.home() + " runs with " + setting + " = " + value
                    + ", which can lose committed data. Remove that from "
                    + folder.data().resolve("postgresql.auto.conf"));
        }
    }

    private static String answer(Statement sql, String query) throws SQLException {
        try (ResultSet rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
