package org.sise.bench.policy;

import java.util.Arrays;
import java.util.concurrent.ExecutionException;

/**
 * The floor under everybody: the policy written out by hand as whole-number Java over the packed population, one table lookup a
 * record. It holds nothing of ours and is the reference of the gate at full size.
 */
final class Packed implements Engine {

    private final Scheme scheme;
    private final Threads threads;
    private Population population = Population.of(100, 0, 1);

    Packed(Scheme scheme, Threads threads) {
        this.scheme = scheme;
        this.threads = threads;
    }

    @Override
    public String name() {
        return "plain Java";
    }

    @Override
    public void load(Population population) {
        this.population = population;
    }

    @Override
    public byte[] colours() throws InterruptedException, ExecutionException {
        byte[] colours = new byte[population.businesses()];
        threads.run(colours.length, (from, to) -> {
            long[] sums = new long[scheme.tallies().size()];
            int[] counts = new int[scheme.triggers().size()];
            for (int b = from; b < to; b++) {
                colours[b] = (byte) colour(b, sums, counts);
            }
        });
        return colours;
    }

    private int colour(int business, long[] sums, int[] counts) {
        Arrays.fill(sums, 0);
        Arrays.fill(counts, 0);
        int asOf = Math.toIntExact(Population.AS_OF.toEpochDay());
        for (int r = population.start[business]; r < population.start[business + 1]; r++) {
            short code = population.code[r];
            int day = population.day[r];
            if (Population.state(code) < Population.WEIGHTLESS && day <= asOf) {
                add(Population.kind(code), Population.value(code), day, sums, counts);
            }
        }
        long score = scheme.score(sums);
        int grade = 0;
        while (grade < scheme.bandEnds().length && score >= scheme.bandEnds()[grade]) {
            grade++;
        }
        for (int t = 0; t < counts.length; t++) {
            Scheme.Trigger trigger = scheme.triggers().get(t);
            grade = counts[t] >= trigger.atLeast() ? Math.max(grade, trigger.grade()) : grade;
        }
        return population.registered[business] > scheme.newSince() ? Math.max(grade, scheme.newGrade()) : grade;
    }

    private void add(int kind, int value, int day, long[] sums, int[] counts) {
        for (int t = 0; t < sums.length; t++) {
            Scheme.Tally tally = scheme.tallies().get(t);
            if (tally.kind() == kind) {
                int band = 0;
                while (band < tally.ends().length && day <= tally.ends()[band]) {
                    band++;
                }
                sums[t] += band < tally.ends().length ? tally.points()[value][band] : 0;
            }
        }
        for (int t = 0; t < counts.length; t++) {
            Scheme.Trigger trigger = scheme.triggers().get(t);
            Integer of = trigger.value();
            Integer after = trigger.after();
            if (trigger.kind() == kind && (of == null || of == value) && (after == null || day > after)) {
                counts[t]++;
            }
        }
    }

    @Override
    public long grade() throws InterruptedException, ExecutionException {
        return Checksum.sum(colours());
    }

    @Override
    public void close() {}
}
