package org.sise.bench.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.kie.api.KieBase;

/**
 * Drools with executable rules in sequential stateless sessions, two threads. On raw records it adds them up by one rule a weight
 * and then decides; on features it only decides.
 */
final class Drools implements Engine {

    private static final int SESSION = 2_000;

    private final Scheme scheme;
    private final Threads threads;
    private final boolean raw;
    private final KieBase tallying;
    private final KieBase deciding;
    private TalliedBusiness[] businesses = {};
    private List<List<RawRecord>> records = List.of();
    private long nanos;

    Drools(Scheme scheme, Threads threads, boolean raw) {
        this.scheme = scheme;
        this.threads = threads;
        this.raw = raw;
        Drl drl = new Drl(scheme);
        this.tallying = drl.tallying();
        this.deciding = drl.deciding();
    }

    @Override
    public String name() {
        return raw ? "Drools, records" : "Drools, features";
    }

    @Override
    public void load(Population population) throws InterruptedException, ExecutionException {
        businesses = new TalliedBusiness[population.businesses()];
        records = new ArrayList<>();
        for (int b = 0; b < businesses.length; b++) {
            businesses[b] = new TalliedBusiness(
                    scheme.tallies().size(), scheme.triggers().size(), population.registered[b] > scheme.newSince());
            if (b % SESSION == 0) {
                records.add(new ArrayList<>());
            }
            for (int r = population.start[b]; r < population.start[b + 1]; r++) {
                records.getLast().add(new RawRecord(businesses[b], population.code[r], population.day[r]));
            }
        }
        if (!raw) {
            tally();
            records = List.of();
        }
    }

    @Override
    public byte[] colours() throws InterruptedException, ExecutionException {
        for (TalliedBusiness business : businesses) {
            if (raw) {
                business.clear();
            } else {
                business.ungrade();
            }
        }
        if (raw) {
            tally();
        }
        threads.each((businesses.length + SESSION - 1) / SESSION, session -> {
            int to = Math.min(businesses.length, (session + 1) * SESSION);
            deciding.newStatelessKieSession().execute(Arrays.asList(businesses).subList(session * SESSION, to));
        });
        byte[] colours = new byte[businesses.length];
        for (int b = 0; b < colours.length; b++) {
            colours[b] = (byte) businesses[b].grade();
        }
        return colours;
    }

    private void tally() throws InterruptedException, ExecutionException {
        threads.each(records.size(), session -> {
            tallying.newStatelessKieSession().execute(records.get(session));
            int to = Math.min(businesses.length, (session + 1) * SESSION);
            for (int b = session * SESSION; b < to; b++) {
                businesses[b].score(scheme);
            }
        });
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
    public void close() {
        businesses = new TalliedBusiness[0];
        records = List.of();
    }
}
