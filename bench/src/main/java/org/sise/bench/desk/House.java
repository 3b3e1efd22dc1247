package org.sise.bench.desk;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.sise.engines.postgres.PostgresEngine;

/** The server as it is shipped, in a process of its own, on a database that is given to it. */
final class House implements AutoCloseable {

    private final Path jar = Path.of(System.getProperty("sise.bench.root", "."), "server", "target", "sise.jar");
    private final PostgresEngine engine;
    private final Path folder;
    private final int port;
    private final Process process;

    House(PostgresEngine engine, Path folder) throws IOException, InterruptedException {
        this.engine = engine;
        this.folder = folder;
        try (ServerSocket any = new ServerSocket(0)) {
            this.port = any.getLocalPort();
        }
        this.process = run(List.of("start", "--no-demo", "--port", Integer.toString(port)));
        await();
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    long process() {
        return process.pid();
    }

    /** A call of the command line on the same database. */
    void call(String... words) throws IOException, InterruptedException {
        if (run(List.of(words)).waitFor() != 0) {
            throw new IOException("failed: sise " + String.join(" ", words));
        }
    }

    private Process run(List<String> words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                "-XX:+UseParallelGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dsise.neo4j.lib=" + System.getProperty("sise.neo4j.lib"),
                "-Dsise.data=" + folder.resolve("house"),
                "-jar",
                jar.toString()));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("house.log").toFile()));
        builder.environment().put("SPRING_DATASOURCE_URL", engine.jdbcUrl());
        builder.environment().put("SPRING_DATASOURCE_USERNAME", engine.user());
        builder.environment().put("SPRING_DATASOURCE_PASSWORD", engine.password());
        return builder.start();
    }

    private void await() throws IOException, InterruptedException {
        HttpRequest health =
                HttpRequest.newBuilder(URI.create(address() + "/login")).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (process.isAlive()) {
                try {
                    if (client.send(health, BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException e) {
                    TimeUnit.MILLISECONDS.sleep(200);
                }
            }
        }
        throw new IOException("the server did not start, see " + folder.resolve("house.log"));
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
