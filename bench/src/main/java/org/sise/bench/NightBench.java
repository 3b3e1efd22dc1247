package org.sise.bench;

import java.nio.file.Path;
import org.sise.bench.policy.NightContest;

/** Nightly runs from ledger to ledger beside bare COPY of the same rows. */
public final class NightBench {

    private NightBench() {}

    /**
     * Runs.
     *
     * @param args {@code --businesses N --records N --rounds N}, each optional
     */
    public static void main(String[] args) throws Exception {
        int businesses = 3_200_000;
        int records = 20_000_000;
        int rounds = 3;
        for (int i = 0; i + 1 < args.length; i += 2) {
            int value = Integer.parseInt(args[i + 1]);
            switch (args[i]) {
                case "--businesses" -> businesses = value;
                case "--records" -> records = value;
                case "--rounds" -> rounds = value;
                default -> throw new IllegalArgumentException("no option of this bench: " + args[i]);
            }
        }
        Path work = Path.of(System.getProperty("sise.bench.work", "target"));
        new NightContest(businesses, records, rounds, work).run();
    }
}
