package org.sise.engines.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Other processes of this machine, by process id. */
public final class Processes {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private Processes() {}

    /** The running process of this id. One that has ended but was not reaped yet does not run. */
    public static Optional<ProcessHandle> running(long pid) {
        return ProcessHandle.of(pid).filter(Processes::runs);
    }

    /** Waits for the end of a process; false when it still runs after the limit. */
    public static boolean awaitEnd(ProcessHandle process, Duration limit) throws InterruptedException {
        Instant end = Instant.now().plus(limit);
        while (runs(process)) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            Thread.sleep(LOOK_AGAIN);
        }
        return true;
    }

    /**
     * Runs a command to its end, its output appended to a file.
     *
     * @return its exit status
     * @throws EngineException when it cannot be started or does not end within the limit
     */
    public static int run(List<String> command, Path output, Duration limit) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                    .redirectErrorStream(true)
                    .start();
            if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new EngineException("Still running after " + limit.toSeconds() + " s, so stopped: "
                        + String.join(" ", command) + "; its output: " + output);
            }
            return process.exitValue();
        } catch (IOException e) {
            throw new EngineException("Cannot be run: " + String.join(" ", command) + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException("Interrupted while running " + String.join(" ", command), e);
        }
    }

    /** Whether a process runs. One that has ended but was not reaped yet does not. */
    public static boolean runs(ProcessHandle process) {
        return process.isAlive() && !isZombie(process.pid());
    }

    /** Linux: the state stands behind the closing bracket of the command's name, see proc(5). */
    private static boolean isZombie(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.startsWith(") Z", stat.lastIndexOf(')'));
        } catch (IOException e) {
            return false;
        }
    }
}
