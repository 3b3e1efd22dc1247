package org.sise.bench;

import java.nio.file.Path;
import org.sise.bench.related.RelatedContest;

/**
 * Exposure and control over a graph of a province's size: ours beside PostgreSQL and DuckDB with recursive queries, after a
 * gate of equal results.
 */
public final class RelatedBench {

    private RelatedBench() {}

    /**
     * Runs.
     *
     * @param args {@code --businesses N --edges N --rounds N}, each optional
     */
    public static void main(String[] args) throws Exception {
        int businesses = 3_200_000;
        int edges = 5_000_000;
        int rounds = 3;
        for (int i = 0; i + 1 < args.length; i += 2) {
            int value = Integer.parseInt(args[i + 1]);
            switch (args[i]) {
                case "--businesses" -> businesses = value;
                case "--edges" -> edges = value;
                case "--rounds" -> rounds = value;
                default -> throw new IllegalArgumentException("no option of this bench: " + args[i]);
            }
        }
        Path work = Path.of(System.getProperty("sise.bench.work", "target"));
        new RelatedContest(businesses, edges, rounds, work).run();
    }
}
