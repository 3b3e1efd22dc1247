package org.sise.bench;

import java.nio.file.Path;
import java.time.Duration;
import org.sise.bench.related.CardRun;
import org.sise.bench.related.RelatedContest;

/**
 * Exposure and control over a graph of a province's size: ours beside PostgreSQL and DuckDB with recursive queries and
 * beside Cypher, after a gate of equal results. Or how long the page waits for a business's neighbourhood.
 */
public final class RelatedBench {

    private RelatedBench() {}

    /**
     * Runs.
     *
     * @param args {@code --businesses N --edges N --rounds N --limit SECONDS}, or {@code --card} with {@code --businesses N
     *     --edges N --cards N}, each optional
     */
    public static void main(String[] args) throws Exception {
        int businesses = 3_200_000;
        int edges = 5_000_000;
        int rounds = 3;
        int limit = 600;
        int cards = 2000;
        boolean card = false;
        for (int i = 0; i < args.length; i += 2) {
            if (args[i].equals("--card")) {
                card = true;
                i--;
                continue;
            }
            int value = Integer.parseInt(args[i + 1]);
            switch (args[i]) {
                case "--businesses" -> businesses = value;
                case "--edges" -> edges = value;
                case "--rounds" -> rounds = value;
                case "--limit" -> limit = value;
                case "--cards" -> cards = value;
                default -> throw new IllegalArgumentException("no option of this bench: " + args[i]);
            }
        }
        Path work = Path.of(System.getProperty("sise.bench.work", "target"));
        if (card) {
            new CardRun(businesses, edges, cards, work).run();
        } else {
            new RelatedContest(businesses, edges, rounds, Duration.ofSeconds(limit), work).run();
        }
    }
}
