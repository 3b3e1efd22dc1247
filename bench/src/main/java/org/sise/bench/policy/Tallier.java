package org.sise.bench.policy;

import java.util.Arrays;

/** What the records of one business after another come to, by plain whole-number Java: the features, and the colour. */
final class Tallier {

    final int[] counts;
    private final long[] sums;
    private final Scheme scheme;
    private final Population population;
    private final int asOf = Math.toIntExact(Population.AS_OF.toEpochDay());
    private int business;

    Tallier(Scheme scheme, Population population) {
        this.scheme = scheme;
        this.population = population;
        this.sums = new long[scheme.tallies().size()];
        this.counts = new int[scheme.triggers().size()];
    }

    void tally(int nextBusiness) {
        business = nextBusiness;
        Arrays.fill(sums, 0);
        Arrays.fill(counts, 0);
        for (int r = population.start[business]; r < population.start[business + 1]; r++) {
            short code = population.code[r];
            int day = population.day[r];
            if (Population.state(code) < Population.WEIGHTLESS && day <= asOf) {
                add(Population.kind(code), Population.value(code), day);
            }
        }
    }

    private void add(int kind, int value, int day) {
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

    long score() {
        return scheme.score(sums);
    }

    boolean isNew() {
        return population.registered[business] > scheme.newSince();
    }

    int colour() {
        long score = score();
        int grade = 0;
        while (grade < scheme.bandEnds().length && score >= scheme.bandEnds()[grade]) {
            grade++;
        }
        for (int t = 0; t < counts.length; t++) {
            Scheme.Trigger trigger = scheme.triggers().get(t);
            grade = counts[t] >= trigger.atLeast() ? Math.max(grade, trigger.grade()) : grade;
        }
        return isNew() ? Math.max(grade, scheme.newGrade()) : grade;
    }
}
