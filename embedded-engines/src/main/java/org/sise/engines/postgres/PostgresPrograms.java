package org.sise.engines.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.sise.engines.host.EngineException;
import org.sise.engines.host.LogFile;
import org.sise.engines.host.Processes;

/**
 * The programs {@code initdb} and {@code pg_ctl}. They refuse to run as root, so for root they run in a
 * user namespace of their own ({@code unshare --user}), where the same user has another number.
 */
final class PostgresPrograms {

    /** Long enough for the replay of {@code max_wal_size} after a kill. */
    private static final Duration START_LIMIT = Duration.ofMinutes(10);

    private static final Duration STOP_LIMIT = Duration.ofMinutes(2);

    private final PostgresBinaries binaries;
    private final List<String> prefix;

    PostgresPrograms(PostgresBinaries binaries) {
        this.binaries = binaries;
        this.prefix = isRoot() ? List.of("unshare", "--user") : List.of();
    }

    void initdb(Path data, String superuser, Path log) throws IOException {
        LogFile output = LogFile.from(log);
        int status = run(
                log,
                Duration.ofMinutes(5),
                List.of(
                        binaries.program("initdb"),
                        "--pgdata=" + data,
                        "--username=" + superuser,
                        "--auth=trust",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--lc-ctype=C.UTF-8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--data-checksums"));
        if (status != 0) {
            throw new EngineException("initdb failed with status " + status + rootRemedy() + ":\n" + output.tail());
        }
    }

    /** Starts the server and waits until it takes connections; false when it gave up, for the reason in the log. */
    boolean start(Path data, Path log) {
        return run(log, START_LIMIT.plusSeconds(10), pgCtl("start", data, START_LIMIT, "--log=" + log)) == 0;
    }

    /** Stops the server, breaking open transactions off; false when it did not end in time. */
    boolean stop(Path data, Path log, String mode) {
        return run(log, STOP_LIMIT.plusSeconds(10), pgCtl("stop", data, STOP_LIMIT, "--mode=" + mode)) == 0;
    }

    String rootRemedy() {
        return prefix.isEmpty()
                ? ""
                : " (PostgreSQL refuses to run as root, so it was run by '" + String.join(" ", prefix)
                        + "'; where the system forbids that, run as an ordinary user)";
    }

    private List<String> pgCtl(String action, Path data, Duration limit, String option) {
        return List.of(
                binaries.program("pg_ctl"),
                action,
                "--pgdata=" + data,
                "--wait",
                "--timeout=" + limit.toSeconds(),
                "--silent",
                option);
    }

    private int run(Path log, Duration limit, List<String> command) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(command);
        return Processes.run(all, log, limit);
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return "root".equals(System.getProperty("user.name"));
        }
    }
}
