package org.sise.bench.related;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A graph on its way into a Neo4j that does not run yet: files of nodes and relations, then Neo4j's own import. */
final class GraphImport {

    private final Path home;
    private final List<String> files = new ArrayList<>();

    /** Into the engine of a folder. */
    GraphImport(Path engine) throws IOException {
        home = Files.createDirectories(engine.toAbsolutePath().resolve("home"));
        Files.createDirectories(engine.resolve("home/conf"));
    }

    /** Writes the rows of a file. */
    interface Rows {
        void write(BufferedWriter out) throws IOException;
    }

    /** Nodes with some labels, or with those of their rows when none are given. */
    void nodes(String labels, String header, Rows rows) throws IOException {
        files.add("--nodes=" + (labels.isEmpty() ? "" : labels + "=") + file(header, rows));
    }

    void relations(String type, String header, Rows rows) throws IOException {
        files.add("--relationships=" + type + "=" + file(header, rows));
    }

    private Path file(String header, Rows rows) throws IOException {
        Path file = home.resolve("conf/import-" + files.size() + ".csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(header);
            out.write('\n');
            rows.write(out);
        }
        return file;
    }

    /** Imports and deletes the files. */
    void run() throws IOException, InterruptedException {
        Path log = home.resolve("conf/import.log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-cp",
                Path.of(System.getProperty("sise.neo4j.lib", "")).resolve("*").toString(),
                "org.neo4j.cli.AdminTool",
                "database",
                "import",
                "full",
                "neo4j",
                "--id-type=integer",
                "--max-off-heap-memory=2g"));
        command.addAll(files);
        ProcessBuilder tool =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        tool.environment().put("NEO4J_HOME", home.toString());
        tool.environment().put("NEO4J_CONF", home.resolve("conf").toString());
        int status = tool.start().waitFor();
        if (status != 0) {
            throw new IOException("Neo4j's import ended with " + status + ":\n" + Files.readString(log));
        }
        for (int i = 0; i < files.size(); i++) {
            Files.delete(home.resolve("conf/import-" + i + ".csv"));
        }
    }
}
