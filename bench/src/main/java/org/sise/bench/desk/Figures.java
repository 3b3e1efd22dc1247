package org.sise.bench.desk;

import java.util.List;

/** Figures of several rounds. */
final class Figures {

    private Figures() {}

    static double median(List<Double> all) {
        return all.stream().sorted().skip(all.size() / 2).findFirst().orElse(Double.NaN);
    }
}
