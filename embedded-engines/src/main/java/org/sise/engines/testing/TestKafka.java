package org.sise.engines.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.sise.engines.host.EngineException;
import org.sise.engines.host.LogFile;

/**
 * A real Kafka broker for tests: one node in KRaft mode without replicas or security, in a process of its own on
 * 127.0.0.1. Topics appear when they are first used. The process ends with this one, even when this one is killed.
 *
 * <p>Its jars are on no other class path; the module {@code kafka-process} gathers them in the folder that the system
 * property {@code sise.kafka.lib} names.
 */
public final class TestKafka implements AutoCloseable {

    private static final String PROPERTY = "sise.kafka.lib";
    private static final String MAIN_CLASS = "org.sise.engines.kafka.process.KafkaProcess";
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final Path folder;
    private Process process;
    private int port;

    private TestKafka(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /**
     * Starts a broker on a folder, made where it is missing, and returns when it answers.
     *
     * @throws EngineException when its jars are missing, or it does not answer within two minutes
     */
    public static TestKafka start(Path folder) {
        try {
            Files.createDirectories(folder);
            TestKafka kafka = new TestKafka(folder.toRealPath(), launch(folder.toRealPath(), 0));
            kafka.awaitPort();
            return kafka;
        } catch (IOException e) {
            throw new EngineException("Kafka cannot be started on " + folder + ": " + e, e);
        }
    }

    /** The address for clients, such as {@code 127.0.0.1:9092}. */
    public String brokers() {
        return "127.0.0.1:" + port;
    }

    /** Ends the broker as a power failure would. */
    public void kill() {
        process.destroyForcibly();
        await();
    }

    /** Starts the broker again after a {@link #kill()}, at the same address and with the same data. */
    public void restart() {
        try {
            process = launch(folder, port);
        } catch (IOException e) {
            throw new EngineException("Kafka cannot be started again on " + folder + ": " + e, e);
        }
        awaitPort();
    }

    /** Stops the broker. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            process.destroyForcibly();
        }
        await();
    }

    private static Process launch(Path folder, int port) throws IOException {
        Path lib = Path.of(System.getProperty(PROPERTY, ""));
        if (Files.notExists(lib) || lib.toString().isEmpty()) {
            throw new EngineException("Kafka's jars are not found in " + lib.toAbsolutePath()
                    + ". Build the module embedded-engines/kafka-process and name its folder target/lib by the system"
                    + " property " + PROPERTY + ".");
        }
        Files.deleteIfExists(folder.resolve("port"));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        lib.resolve("*").toString(),
                        MAIN_CLASS,
                        folder.resolve("data").toString(),
                        Integer.toString(port),
                        folder.resolve("port").toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("kafka.log").toFile()))
                .start();
    }

    private void awaitPort() {
        Instant end = Instant.now().plus(START_LIMIT);
        try {
            while (!Files.exists(folder.resolve("port"))) {
                if (process.waitFor(50, TimeUnit.MILLISECONDS) || Instant.now().isAfter(end)) {
                    process.destroyForcibly();
                    throw new EngineException("Kafka does not answer. The end of its log:\n"
                            + new LogFile(folder.resolve("kafka.log"), 0).tail());
                }
            }
            port = Integer.parseInt(Files.readString(folder.resolve("port")));
        } catch (IOException e) {
            process.destroyForcibly();
            throw new EngineException("Kafka's port cannot be read in " + folder + ": " + e, e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new EngineException("Interrupted while Kafka was starting on " + folder, e);
        }
    }

    private void await() {
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
