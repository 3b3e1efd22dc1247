package org.sise.bench.related;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How long each side took for each question, round by round. */
final class Times {

    private static final String OURS = "ours";

    private final Map<String, Map<String, List<Double>>> seconds = new LinkedHashMap<>();
    private final Set<String> givenUp = new HashSet<>();

    /** Something to be timed. */
    interface Work {
        void run() throws Exception;
    }

    void take(String question, String side, Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        seconds.computeIfAbsent(question, _ -> new LinkedHashMap<>())
                .computeIfAbsent(side, _ -> new ArrayList<>())
                .add(seconds(start));
    }

    void giveUp(String question, String side) {
        givenUp.add(question + side);
    }

    boolean isGivenUp(String question, String side) {
        return givenUp.contains(question + side);
    }

    void forget() {
        seconds.clear();
    }

    /** Medians, and the medians of the rounds' ratios to ours. */
    void print() {
        seconds.forEach((question, sides) -> {
            List<Double> ours = sides.getOrDefault(OURS, List.of());
            sides.forEach((side, theirs) -> {
                List<Double> ratios = new ArrayList<>();
                for (int round = 0; round < Math.min(ours.size(), theirs.size()); round++) {
                    ratios.add(theirs.get(round) / ours.get(round));
                }
                System.out.printf("| %s, %s | %.2f | %.1f |%n", question, side, median(theirs), median(ratios));
            });
        });
    }

    static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(List<Double> all) {
        return all.stream().sorted().skip(all.size() / 2).findFirst().orElse(Double.NaN);
    }
}
