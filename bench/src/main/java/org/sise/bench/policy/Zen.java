package org.sise.bench.policy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * GoRules zen-engine in a Node process: one decision table over features, a thousand businesses a call, eight calls at a
 * time. Only the evaluation is timed, by Node itself, not the way to the process and back.
 */
final class Zen implements Engine {

    private static final String PACKAGE = "@gorules/zen-engine@0.54.0";

    private final Scheme scheme;
    private final Path folder;
    private @Nullable Process node;
    private @Nullable BufferedReader answers;
    private int businesses;
    private long nanos;

    /**
     * Installs the engine into the folder if it is not there yet.
     *
     * @throws IOException when there is no npm or the package cannot be had
     */
    Zen(Scheme scheme, Path folder) throws IOException, InterruptedException {
        this.scheme = scheme;
        this.folder = Files.createDirectories(folder.toAbsolutePath());
        if (!Files.isDirectory(folder.resolve("node_modules/@gorules/zen-engine"))) {
            Path log = folder.resolve("npm.log");
            Process npm = new ProcessBuilder(
                            "npm", "install", "--no-audit", "--no-fund", "--prefix", this.folder.toString(), PACKAGE)
                    .directory(this.folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!npm.waitFor(3, TimeUnit.MINUTES) || npm.exitValue() != 0) {
                npm.destroy();
                throw new IOException("npm cannot install " + PACKAGE + ": " + Files.readString(log));
            }
        }
    }

    @Override
    public String name() {
        return "zen-engine, features";
    }

    @Override
    public void load(Population population) throws IOException {
        businesses = population.businesses();
        Path table = Files.writeString(folder.resolve("table.json"), table());
        Path features = folder.resolve("features.csv");
        try (Writer to = Files.newBufferedWriter(features)) {
            to.write(String.join(",", names()));
            to.write('\n');
            Tallier tallier = new Tallier(scheme, population);
            for (int b = 0; b < businesses; b++) {
                tallier.tally(b);
                to.write(Long.toString(tallier.score()));
                for (int count : tallier.counts) {
                    to.write("," + count);
                }
                to.write(tallier.isNew() ? ",1\n" : ",0\n");
            }
        }
        Path script = folder.resolve("zen.mjs");
        try (InputStream in = Zen.class.getResourceAsStream("zen.mjs")) {
            if (in == null) {
                throw new IllegalStateException("zen.mjs is missing on the class path");
            }
            Files.write(script, in.readAllBytes());
        }
        Process started = new ProcessBuilder("node", script.toString(), table.toString(), features.toString())
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        node = started;
        answers = started.inputReader(StandardCharsets.US_ASCII);
        if (!"ready".equals(answers.readLine())) {
            throw new IOException("the Node process did not start");
        }
    }

    @Override
    public byte[] colours() throws IOException {
        if (node == null || answers == null) {
            throw new IllegalStateException("nothing loaded");
        }
        Writer ask = node.outputWriter(StandardCharsets.US_ASCII);
        ask.write("grade\n");
        ask.flush();
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("the Node process has ended");
        }
        int space = answer.indexOf(' ');
        nanos = Long.parseLong(answer.substring(0, space));
        byte[] colours = new byte[businesses];
        for (int b = 0; b < businesses; b++) {
            colours[b] = (byte) (answer.charAt(space + 1 + b) - '0');
        }
        return colours;
    }

    @Override
    public long grade() throws IOException {
        return Checksum.sum(colours());
    }

    @Override
    public long ownNanos() {
        return nanos;
    }

    private List<String> names() {
        List<String> names = new ArrayList<>(List.of("score"));
        for (int t = 0; t < scheme.triggers().size(); t++) {
            names.add("count" + t);
        }
        names.add("fresh");
        return names;
    }

    /** One decision table; its rows from the worst grade to the best, the first that fits decides. */
    private String table() {
        List<String> rows = new ArrayList<>();
        for (int g = scheme.bandEnds().length; g > 0; g--) {
            rows.add(row("score", ">= " + scheme.bandEnds()[g - 1], g));
            for (int t = 0; t < scheme.triggers().size(); t++) {
                Scheme.Trigger trigger = scheme.triggers().get(t);
                if (trigger.grade() == g) {
                    rows.add(row("count" + t, ">= " + trigger.atLeast(), g));
                }
            }
            if (scheme.newGrade() == g) {
                rows.add(row("fresh", "1", g));
            }
        }
        rows.add(row("", "", 0));
        List<String> inputs = new ArrayList<>();
        for (String name : names()) {
            inputs.add("{\"id\":\"%s\",\"name\":\"%s\",\"field\":\"%s\"}".formatted(name, name, name));
        }
        return """
                {"nodes":[{"id":"in","type":"inputNode","name":"in","content":{"schema":""}},
                {"id":"table","type":"decisionTableNode","name":"table","content":{"hitPolicy":"first",
                "executionMode":"loop","passThrough":false,"inputField":"businesses","outputPath":"graded",
                "inputs":[%s],"outputs":[{"id":"grade","name":"grade","field":"grade"}],"rules":[%s]}},
                {"id":"out","type":"outputNode","name":"out","content":{"schema":""}}],
                "edges":[{"id":"1","type":"edge","sourceId":"in","targetId":"table"},
                {"id":"2","type":"edge","sourceId":"table","targetId":"out"}]}
                """.formatted(String.join(",", inputs), String.join(",", rows));
    }

    private String row(String column, String condition, int grade) {
        StringBuilder row = new StringBuilder("{\"_id\":\"%s %d\"".formatted(column, grade));
        for (String name : names()) {
            row.append(",\"%s\":\"%s\"".formatted(name, name.equals(column) ? condition : ""));
        }
        return row.append(",\"grade\":\"%d\"}".formatted(grade)).toString();
    }

    @Override
    public void close() {
        Process running = node;
        if (running != null) {
            running.destroy();
        }
    }
}
