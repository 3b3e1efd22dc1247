package org.sise.engines.neo4j;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sise.engines.host.Processes;

/**
 * Where one Neo4j process keeps its things.
 *
 * @param root the folder, absolute
 */
record Neo4jFolder(Path root) {

    /**
     * Hundredths of the heap for new objects. What answering a statement makes is garbage right after it, and a collection
     * stops everybody for ten milliseconds and more however little survives: so collections are to be rare.
     */
    private static final int NEW_OBJECTS = 60;

    private static final String MAIN_CLASS = "org.sise.engines.neo4j.process.Neo4jProcess";

    Path home() {
        return root.resolve("home");
    }

    Path log() {
        return root.resolve("neo4j.log");
    }

    Path port() {
        return root.resolve("bolt.port");
    }

    Path pid() {
        return root.resolve("process.pid");
    }

    /** Starts the process; its output goes to the log file, its input is a pipe that this process holds. */
    Process launch(Path classPath, Neo4jSettings settings) throws IOException {
        Files.createDirectories(home());
        Files.deleteIfExists(port());
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = List.of(
                java,
                "-Xmx" + settings.heapMiB() + "m",
                "-Xmn" + settings.heapMiB() * NEW_OBJECTS / 100 + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=" + (settings.brief() ? 1 : 4),
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classPath.resolve("*").toString(),
                MAIN_CLASS,
                home().toString(),
                Integer.toString(settings.port()),
                Integer.toString(settings.pageCacheMiB()),
                port().toString());
        return new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    /** The process that last ran here, while it still runs. Another program with its id is not it. */
    Optional<ProcessHandle> formerProcess() throws IOException {
        long pid;
        try {
            pid = Long.parseLong(Files.readString(pid()).strip());
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        }
        return Processes.running(pid)
                .filter(process -> Arrays.asList(process.info().arguments().orElse(new String[0]))
                        .contains(port().toString()));
    }
}
