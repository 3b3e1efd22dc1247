package org.sise.engines.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sise.engines.host.EngineException;
import org.sise.engines.host.Folders;
import org.sise.engines.host.Processes;

/**
 * Where one server keeps its things: {@code data} (the cluster), {@code postgres.log}, {@code engine.lock}.
 *
 * @param home the folder, absolute
 */
record PostgresFolder(Path home) {

    private static final String SETTINGS = "sise.conf";

    Path data() {
        return home.resolve("data");
    }

    Path log() {
        return home.resolve("postgres.log");
    }

    boolean isInitialised() {
        return Files.exists(data().resolve("PG_VERSION"));
    }

    void demandVersion(String major) throws IOException {
        String found = Files.readString(data().resolve("PG_VERSION")).strip();
        if (!found.equals(major)) {
            throw new EngineException("The data folder " + data() + " was written by PostgreSQL " + found
                    + ", the programs here are version " + major
                    + ". Keep it for a dump with its own version, and start with another folder.");
        }
    }

    /** The cluster appears whole by a rename, so that a kill during its making leaves nothing half made. */
    void initialise(PostgresPrograms programs, String superuser) throws IOException {
        Path part = home.resolve("data.part");
        Folders.delete(part);
        programs.initdb(part, superuser, log());
        Files.writeString(
                part.resolve("postgresql.conf"),
                "\n# Written anew at each start; own settings go to postgresql.auto.conf (ALTER SYSTEM).\ninclude '"
                        + SETTINGS + "'\n",
                StandardOpenOption.APPEND);
        Files.move(part, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    void writeSettings(PostgresSettings settings, int port) throws IOException {
        Folders.write(data().resolve(SETTINGS), settings.file(port));
    }

    /**
     * The server that runs on this folder, by {@code postmaster.pid}. A lock whose process is gone is
     * PostgreSQL's own to judge; it would take an unreaped process, or another program with the same id, for a
     * running server, so these locks are removed here. Whether a former server's children still live is seen by
     * its shared memory, lock or no lock.
     */
    Optional<ProcessHandle> runningServer() throws IOException {
        Path lock = data().resolve("postmaster.pid");
        long pid;
        try {
            pid = Long.parseLong(Files.readAllLines(lock).getFirst().strip());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (NumberFormatException | java.util.NoSuchElementException e) {
            Files.deleteIfExists(lock);
            return Optional.empty();
        }
        Optional<ProcessHandle> process = Processes.running(pid);
        if (process.isPresent() && isOurs(process.get())) {
            return process;
        }
        if (ProcessHandle.of(pid).isPresent()) {
            Files.deleteIfExists(lock);
        }
        return Optional.empty();
    }

    private boolean isOurs(ProcessHandle process) {
        List<String> arguments = process.info().arguments().map(Arrays::asList).orElse(List.of());
        if (!arguments.isEmpty()) {
            return arguments.contains(data().toString());
        }
        throw new EngineException("The process " + process.pid() + " may be a PostgreSQL server on " + data()
                + ", but its command line cannot be read. Stop it, or remove " + data().resolve("postmaster.pid")
                + " if it is something else.");
    }
}
