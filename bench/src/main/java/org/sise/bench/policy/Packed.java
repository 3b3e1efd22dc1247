package org.sise.bench.policy;

import java.util.concurrent.ExecutionException;

/** The policy as plain whole-number Java over the packed population: the reference of the gate at full size. */
final class Packed implements Engine {

    private final Scheme scheme;
    private final Threads threads;
    private Population population = Population.of(100, 0, 1);
    private long nanos;

    Packed(Scheme scheme, Threads threads) {
        this.scheme = scheme;
        this.threads = threads;
    }

    @Override
    public String name() {
        return "plain Java loops";
    }

    @Override
    public void load(Population next) {
        population = next;
    }

    @Override
    public byte[] colours() throws InterruptedException, ExecutionException {
        byte[] colours = new byte[population.businesses()];
        threads.run(colours.length, (from, to) -> {
            Tallier tallier = new Tallier(scheme, population);
            for (int b = from; b < to; b++) {
                tallier.tally(b);
                colours[b] = (byte) tallier.colour();
            }
        });
        return colours;
    }

    @Override
    public long grade() throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        byte[] colours = colours();
        nanos = System.nanoTime() - start;
        return Checksum.sum(colours);
    }

    @Override
    public long ownNanos() {
        return nanos;
    }

    @Override
    public void close() {}
}
