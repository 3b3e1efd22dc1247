package org.sise.bench.desk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The load generator wrk, a program of its own. */
final class Wrk {

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern P50 = Pattern.compile("50%\\s+([0-9.]+)(us|ms|s)");
    private static final Pattern P99 = Pattern.compile("99%\\s+([0-9.]+)(us|ms|s)");
    /** A connection that broke; an answer that wrk did not wait for counts among the slow ones. */
    private static final Pattern BROKEN = Pattern.compile("Socket errors: (?!connect 0, read 0, write 0,).*");

    private static final int CONNECTIONS = 64;

    private Wrk() {}

    /**
     * What wrk saw.
     *
     * @param rate answers a second
     * @param p50 half of the answers came within so many milliseconds
     * @param p99 and 99 of 100 within so many
     */
    record Seen(double rate, double p50, double p99) {}

    /** Asks for some seconds, as a Lua script says. */
    static Seen run(String address, Path script, int seconds, Map<String, String> environment)
            throws IOException, InterruptedException {
        List<String> command = List.of(
                "wrk", "-t1", "-c" + CONNECTIONS, "-d" + seconds + "s", "--latency", "-s", script.toString(), address);
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command)).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String text = String.join("\n", process.inputReader().lines().toList());
        if (process.waitFor() != 0 || BROKEN.matcher(text).find()) {
            throw new IOException("wrk failed: " + text);
        }
        return new Seen(number(RATE, text), millis(P50, text), millis(P99, text));
    }

    private static double number(Pattern pattern, String text) throws IOException {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IOException("wrk did not tell: " + text);
        }
        return Double.parseDouble(found.group(1));
    }

    private static double millis(Pattern pattern, String text) throws IOException {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IOException("wrk did not tell: " + text);
        }
        double value = Double.parseDouble(found.group(1));
        return switch (found.group(2)) {
            case "us" -> value / 1000;
            case "s" -> value * 1000;
            default -> value;
        };
    }
}
