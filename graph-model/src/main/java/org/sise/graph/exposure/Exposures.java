package org.sise.graph.exposure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.sise.graph.relation.PartyKind;
import org.sise.graph.relation.RelationGraph;
import org.sise.graph.relation.RelationKind;

/**
 * The strongest effect that another party's own conduct has on each business. A walk of relations carries the weight of its
 * first party, times the factor of each relation, as long as it passes only those who may pass it on; of all walks to a
 * business the strongest counts, of equal ones that from the party with the smaller number. Nothing adds up, so nothing
 * grows by going round or by many ways, and what arrives is never the start of another walk.
 *
 * <p>Worked out step by step over all parties at once: each keeps the two strongest origins that have reached it, since for a
 * business the strongest may be itself. The same code serves a province of millions and the surroundings of one business.
 */
public final class Exposures {

    private static final int CHUNK = 1 << 14;
    private static final long ORIGIN = 0xFFFF_FFFFL;

    private final ExposureInput input;
    private final ExposureRules rules;
    private final RelationGraph graph;
    private final boolean[] open;
    private final long[] passing;
    private final short[][] down;
    private final short[][] up;
    private final long[] bands;
    private final boolean[] business;
    private long[] first;
    private long[] second;
    private long[] nextFirst;
    private long[] nextSecond;

    private Exposures(ExposureInput input, ExposureRules rules) {
        this.input = input;
        this.rules = rules;
        this.graph = input.graph();
        int n = graph.size();
        this.open = new boolean[n];
        this.passing = new long[(n + Long.SIZE - 1) / Long.SIZE];
        this.business = new boolean[n];
        RelationKind[] kinds = RelationKind.values();
        this.bands = rules.relations().values().stream()
                .flatMap(List::stream)
                .mapToLong(ExposureRules.Band::from)
                .filter(from -> from > 0)
                .distinct()
                .sorted()
                .toArray();
        this.down = new short[kinds.length][bands.length + 1];
        this.up = new short[kinds.length][bands.length + 1];
        for (RelationKind kind : kinds) {
            for (int band = 0; band <= bands.length; band++) {
                long share = band == 0 ? 0 : bands[band - 1];
                down[kind.ordinal()][band] = (short) rules.down(kind, share);
                up[kind.ordinal()][band] = (short) rules.up(kind, share);
            }
        }
        this.first = new long[n];
        this.second = new long[n];
        this.nextFirst = new long[n];
        this.nextSecond = new long[n];
        chunks((from, to) -> {
            for (int party = from; party < to; party++) {
                business[party] = graph.parties().kind(party) == PartyKind.BUSINESS;
                open[party] = !input.isCut(party, rules);
                first[party] = own(party);
                mark(party);
            }
        });
    }

    /** Works out all effects; large inputs by all processors. */
    public static Exposures of(ExposureInput input, ExposureRules rules) {
        Exposures exposures = new Exposures(input, rules);
        for (int step = 0; step < rules.steps(); step++) {
            exposures.step();
        }
        return exposures;
    }

    /** The effect on a business, in millionths; zero when nothing reaches it. */
    public int effect(int party) {
        return (int) (other(party) >>> 32);
    }

    /** Whose conduct it is, or -1 when nothing reaches the business. */
    public int origin(int party) {
        long entry = other(party);
        return entry == 0 ? -1 : origin(entry);
    }

    /** The effect with its path, or one without a path when nothing reaches the business. */
    public Exposure exposure(int party) {
        int origin = origin(party);
        if (origin < 0) {
            return new Exposure(party, -1, 0, List.of());
        }
        ExposureInput.Around around = input.around(party, rules);
        int there = Arrays.binarySearch(around.numbers(), origin);
        List<Exposure.Hop> path =
                new ExposurePath(around.input(), rules, there, around.business()).hops(around.numbers());
        return new Exposure(party, origin, effect(party), path);
    }

    /** The factor of a relation, in thousandths. */
    int factor(int relation, boolean downwards) {
        int kind = graph.kindNumber(relation);
        return (downwards ? down : up)[kind][band(graph.share(relation))];
    }

    private int band(long share) {
        int band = 0;
        while (band < bands.length && share >= bands[band]) {
            band++;
        }
        return band;
    }

    private long other(int party) {
        return origin(first[party]) == party ? second[party] : first[party];
    }

    /** Whoever is no business first, from the businesses of the last step; then the businesses. */
    private void step() {
        chunks((from, to) -> {
            for (int party = from; party < to; party++) {
                if (!business[party]) {
                    gather(party);
                }
            }
        });
        chunks((from, to) -> {
            for (int party = from; party < to; party++) {
                if (!business[party]) {
                    first[party] = nextFirst[party];
                    second[party] = nextSecond[party];
                    mark(party);
                }
            }
        });
        chunks((from, to) -> {
            for (int party = from; party < to; party++) {
                if (business[party]) {
                    gather(party);
                }
            }
        });
        chunks((from, to) -> {
            for (int party = from; party < to; party++) {
                if (business[party]) {
                    first[party] = nextFirst[party];
                    second[party] = nextSecond[party];
                    mark(party);
                }
            }
        });
    }

    /** Notes whether a party passes anything on; a chunk's parties have words of their own. */
    private void mark(int party) {
        long bit = 1L << party;
        if (first[party] != 0 && open[party]) {
            passing[party >>> 6] |= bit;
        } else {
            passing[party >>> 6] &= ~bit;
        }
    }

    private void gather(int party) {
        long a = own(party);
        long b = 0;
        int ins = graph.inEnd(party) - graph.inFirst(party);
        int all = ins + graph.outEnd(party) - graph.outFirst(party);
        for (int i = 0; i < all; i++) {
            boolean downwards = i < ins;
            int relation = downwards ? graph.inFirst(party) + i : graph.out(graph.outFirst(party) + i - ins);
            int before = downwards ? graph.from(relation) : graph.to(relation);
            if ((passing[before >>> 6] & 1L << before) == 0) {
                continue;
            }
            int factor = factor(relation, downwards);
            long arriving = weakened(first[before], factor);
            b = runnerUp(a, b, arriving);
            a = Math.max(a, arriving);
            arriving = weakened(second[before], factor);
            b = runnerUp(a, b, arriving);
            a = Math.max(a, arriving);
        }
        nextFirst[party] = a;
        nextSecond[party] = b;
    }

    /** The strongest entry of another origin than the strongest, once one more has arrived. */
    private static long runnerUp(long a, long b, long arriving) {
        if (arriving == 0 || (a & ORIGIN) == (arriving & ORIGIN)) {
            return b;
        }
        return arriving > a ? a : Math.max(b, arriving);
    }

    private long own(int party) {
        return entry(input.weights()[party] * ExposureRules.THOUSAND, party);
    }

    /** Effect in the high half, the origin's complement in the low: a stronger entry is a greater number. */
    private static long entry(int effect, int origin) {
        return effect == 0 ? 0 : ((long) effect << 32) | (~origin & ORIGIN);
    }

    private static int origin(long entry) {
        return entry == 0 ? -1 : ~(int) entry;
    }

    private static long weakened(long entry, int factor) {
        long effect = (entry >>> 32) * factor / ExposureRules.THOUSAND;
        return effect == 0 ? 0 : (effect << 32) | (entry & ORIGIN);
    }

    private interface Range {
        void over(int from, int to);
    }

    private void chunks(Range range) {
        int n = graph.size();
        int chunks = (n + CHUNK - 1) / CHUNK;
        IntStream all = IntStream.range(0, chunks);
        (chunks > 4 ? all.parallel() : all)
                .forEach(chunk -> range.over(chunk * CHUNK, Math.min(n, (chunk + 1) * CHUNK)));
    }
}
