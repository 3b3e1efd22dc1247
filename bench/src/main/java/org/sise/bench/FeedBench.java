package org.sise.bench;

import java.nio.file.Path;
import java.util.List;
import org.sise.bench.feed.FeedContest;
import org.sise.bench.feed.LatencyRun;
import org.sise.bench.feed.MemoryRun;

/** Departments' files from disk to ledger beside bare COPY, their memory, and the time from landing to colour. */
public final class FeedBench {

    private FeedBench() {}

    /**
     * Runs.
     *
     * @param args {@code --rows N --rounds N}, or {@code --memory} with {@code --rows N}, or {@code --latency} with
     *     {@code --businesses N --rate N --seconds N}, each optional
     */
    public static void main(String[] args) throws Exception {
        List<String> words = List.of(args);
        boolean memory = words.contains("--memory");
        boolean latency = words.contains("--latency");
        int rows = memory ? 10_000_000 : 500_000;
        int rounds = 3;
        int businesses = 100_000;
        int rate = 500;
        int seconds = 60;
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--memory") || args[i].equals("--latency")) {
                continue;
            }
            if (i + 1 == args.length) {
                throw new IllegalArgumentException("a number is missing after " + args[i]);
            }
            int value = Integer.parseInt(args[i + 1]);
            switch (args[i++]) {
                case "--rows" -> rows = value;
                case "--rounds" -> rounds = value;
                case "--businesses" -> businesses = value;
                case "--rate" -> rate = value;
                case "--seconds" -> seconds = value;
                default -> throw new IllegalArgumentException("no option of this bench: " + args[i - 1]);
            }
        }
        Path work = Path.of(System.getProperty("sise.bench.work", "target"));
        if (memory) {
            new MemoryRun(rows, work).run();
        } else if (latency) {
            new LatencyRun(businesses, rate, seconds, work).run();
        } else {
            new FeedContest(rows, rounds, work).run();
        }
    }
}
