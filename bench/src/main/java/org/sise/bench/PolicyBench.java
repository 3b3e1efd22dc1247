package org.sise.bench;

import java.nio.file.Path;
import org.sise.bench.policy.PolicyContest;

/**
 * One policy over a population of businesses: our engines beside DuckDB, PostgreSQL, Drools and zen-engine, after a gate of
 * equal colours.
 */
public final class PolicyBench {

    private PolicyBench() {}

    /**
     * Runs.
     *
     * @param args {@code --businesses N --records N[,N] --rounds N --sample N}, each optional
     */
    public static void main(String[] args) throws Exception {
        int businesses = 3_200_000;
        String sizes = "20000000,60000000";
        int rounds = 5;
        int sample = 100_000;
        for (int i = 0; i + 1 < args.length; i += 2) {
            String value = args[i + 1];
            switch (args[i]) {
                case "--businesses" -> businesses = Integer.parseInt(value);
                case "--records" -> sizes = value;
                case "--rounds" -> rounds = Integer.parseInt(value);
                case "--sample" -> sample = Integer.parseInt(value);
                default -> throw new IllegalArgumentException("no option of this bench: " + args[i]);
            }
        }
        Path work = Path.of(System.getProperty("sise.bench.work", "target"));
        for (String records : sizes.split(",")) {
            new PolicyContest(businesses, Integer.parseInt(records), rounds, sample, work).run();
        }
    }
}
