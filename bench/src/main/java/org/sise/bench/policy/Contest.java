package org.sise.bench.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Engines on one population. First the gate: each gives the same pairs of business and colour as plain Java. Then rounds,
 * in each of which every engine grades once, so that a slow moment of the machine meets them all; what counts is the
 * median of a round's ratios.
 */
final class Contest {

    /**
     * One engine's part.
     *
     * @param population what it grades: everybody, or the sample
     * @param factor by which its seconds are multiplied to stand for everybody; 1 for everybody
     */
    private record Part(
            Engine engine, Population population, double factor, double loadSeconds, long expected, double[] seconds) {

        boolean isSampled() {
            return factor > 1;
        }
    }

    private final Population population;
    private final Engine plain;
    private final byte[] reference;
    private final int rounds;
    private final List<Part> parts = new ArrayList<>();

    Contest(Population population, Engine plain, int rounds) throws Exception {
        this.population = population;
        this.plain = plain;
        this.rounds = rounds;
        plain.load(population);
        this.reference = plain.colours();
    }

    /** Lets an engine take part with the whole population. */
    void add(Engine engine) throws Exception {
        add(engine, population, 1);
    }

    /** Lets an engine take part with a sample; its time stands for so many businesses. */
    void addByBusinesses(Engine engine, int size) throws Exception {
        Population sample = population.sample(size);
        add(engine, sample, (double) population.businesses() / sample.businesses());
    }

    /** Lets an engine take part with a sample; its time stands for so many records. */
    void addByRecords(Engine engine, int size) throws Exception {
        Population sample = population.sample(size);
        add(engine, sample, (double) population.records() / sample.records());
    }

    private void add(Engine engine, Population to, double factor) throws Exception {
        long start = System.nanoTime();
        engine.load(to);
        double seconds = (System.nanoTime() - start) / 1e9;
        byte[] expected = expected(to);
        String pairs = Checksum.sha256(engine.colours());
        if (!pairs.equals(Checksum.sha256(expected))) {
            throw new IllegalStateException("gate: %s gives other colours".formatted(engine.name()));
        }
        System.out.printf(
                "  gate passed: %-24s %,10d businesses  %s  (loaded in %.1f s)%n",
                engine.name(), to.businesses(), pairs.substring(0, 16), seconds);
        parts.add(new Part(engine, to, factor, seconds, Checksum.sum(expected), new double[rounds]));
    }

    private byte[] expected(Population part) {
        byte[] expected = new byte[part.businesses()];
        int stride = part == population ? 1 : population.stride(part.businesses());
        for (int b = 0; b < expected.length; b++) {
            expected[b] = reference[b * stride];
        }
        return expected;
    }

    /** Runs the rounds, after one that does not count, and prints the medians. The first part is the yardstick. */
    void run() throws Exception {
        for (int round = -1; round < rounds; round++) {
            for (Part part : parts) {
                long start = System.nanoTime();
                long sum = part.engine().grade();
                long nanos = System.nanoTime() - start;
                if (sum != part.expected()) {
                    throw new IllegalStateException("%s gave other colours in round %d"
                            .formatted(part.engine().name(), round));
                }
                if (round >= 0) {
                    long own = part.engine().ownNanos();
                    part.seconds()[round] = (own < 0 ? nanos : own) / 1e9 * part.factor();
                }
            }
        }
        Part yardstick = parts.getFirst();
        System.out.printf(
                "%n| engine | loading, s | grading, s | million records a second | times %s |%n",
                yardstick.engine().name());
        System.out.println("| --- | ---: | ---: | ---: | ---: |");
        for (Part part : parts) {
            double[] ratios = new double[rounds];
            for (int i = 0; i < rounds; i++) {
                ratios[i] = part.seconds()[i] / yardstick.seconds()[i];
            }
            double seconds = median(part.seconds());
            String mark = part.isSampled() ? "~" : "";
            System.out.printf(
                    "| %s%s | %.1f | %s%.3f | %s%.2f | %s%.1f |%n",
                    part.engine().name(),
                    part.isSampled()
                            ? " (sample of %,d)".formatted(part.population().businesses())
                            : "",
                    part.loadSeconds(),
                    mark,
                    seconds,
                    mark,
                    population.records() / seconds / 1e6,
                    mark,
                    median(ratios));
        }
    }

    /** Ends every engine. */
    void close() throws Exception {
        for (Part part : parts) {
            part.engine().close();
        }
        plain.close();
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
