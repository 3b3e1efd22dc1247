package org.sise.graph.relation;

import java.util.Arrays;

/**
 * The relations of one day in compressed rows. Relations are numbered in the order of their business, then of their party:
 * the relations <i>into</i> a business are a run of numbers. The relations <i>out of</i> a party are a run of places of
 * {@link #out}. Nothing changes after it is made; any number of threads may read.
 */
public final class RelationGraph {

    private static final RelationKind[] KINDS = RelationKind.values();

    private final Parties parties;
    private final int[] from;
    private final int[] to;
    private final byte[] kinds;
    private final long[] shares;
    private final long[] records;
    private final int[] in;
    private final int[] outStarts;
    private final int[] out;

    RelationGraph(
            Parties parties,
            int[] from,
            int[] to,
            byte[] kinds,
            long[] shares,
            long[] records,
            int[] in,
            int[] outStarts,
            int[] out) {
        this.parties = parties;
        this.from = from;
        this.to = to;
        this.kinds = kinds;
        this.shares = shares;
        this.records = records;
        this.in = in;
        this.outStarts = outStarts;
        this.out = out;
    }

    /** Who the numbers stand for. */
    public Parties parties() {
        return parties;
    }

    /** How many parties there are, related or not. */
    public int size() {
        return in.length - 1;
    }

    /** How many relations there are. */
    public int relations() {
        return from.length;
    }

    /** The first relation into a business. */
    public int inFirst(int business) {
        return in[business];
    }

    /** The number after the last relation into a business. */
    public int inEnd(int business) {
        return in[business + 1];
    }

    /** The first place of a party's relations in {@link #out}. */
    public int outFirst(int party) {
        return outStarts[party];
    }

    /** The place after the last of a party's relations. */
    public int outEnd(int party) {
        return outStarts[party + 1];
    }

    /** The relation at a place. */
    public int out(int place) {
        return out[place];
    }

    /** A relation's party. */
    public int from(int relation) {
        return from[relation];
    }

    /** A relation's business. */
    public int to(int relation) {
        return to[relation];
    }

    /** What relates them. */
    public RelationKind kind(int relation) {
        return KINDS[kinds[relation]];
    }

    /** {@link RelationKind#ordinal()} of what relates them. */
    public int kindNumber(int relation) {
        return kinds[relation];
    }

    /** A holding's {@link Share}, or {@link Share#UNKNOWN}. */
    public long share(int relation) {
        return shares[relation];
    }

    /** The number of the record that says so. */
    public long record(int relation) {
        return records[relation];
    }

    /** The shares that the known holdings of a business come to, which may be more than all. */
    public long held(int business) {
        long sum = 0;
        for (int relation = in[business]; relation < in[business + 1]; relation++) {
            sum = Share.plus(sum, shares[relation]);
        }
        return sum;
    }

    /** The share that a business holds of itself. */
    public long heldByItself(int business) {
        long sum = 0;
        for (int relation = in[business]; relation < in[business + 1]; relation++) {
            sum = from[relation] == business ? Share.plus(sum, shares[relation]) : sum;
        }
        return sum;
    }

    /**
     * The relations among some parties, in the same form; parties and relations keep their order.
     *
     * @param some their numbers, ascending
     */
    public RelationGraph part(int[] some) {
        Parties there = new Parties();
        for (int party : some) {
            there.number(parties.kind(party), parties.id(party));
        }
        int room = 0;
        for (int business : some) {
            room += in[business + 1] - in[business];
        }
        int[] chosen = new int[room];
        int[] sources = new int[room];
        int[] targets = new int[room];
        int[] starts = new int[some.length + 1];
        int count = 0;
        for (int business = 0; business < some.length; business++) {
            for (int relation = in[some[business]]; relation < in[some[business] + 1]; relation++) {
                int source = Arrays.binarySearch(some, from[relation]);
                if (source >= 0) {
                    chosen[count] = relation;
                    sources[count] = source;
                    targets[count++] = business;
                }
            }
            starts[business + 1] = count;
        }
        return partOf(
                there,
                Arrays.copyOf(chosen, count),
                Arrays.copyOf(sources, count),
                Arrays.copyOf(targets, count),
                starts);
    }

    private RelationGraph partOf(Parties there, int[] chosen, int[] sources, int[] targets, int[] starts) {
        int count = chosen.length;
        byte[] kindsThere = new byte[count];
        long[] sharesThere = new long[count];
        long[] recordsThere = new long[count];
        int[] outs = new int[there.size() + 1];
        for (int relation = 0; relation < count; relation++) {
            kindsThere[relation] = kinds[chosen[relation]];
            sharesThere[relation] = shares[chosen[relation]];
            recordsThere[relation] = records[chosen[relation]];
            outs[sources[relation] + 1]++;
        }
        for (int party = 0; party < there.size(); party++) {
            outs[party + 1] += outs[party];
        }
        int[] next = outs.clone();
        int[] places = new int[count];
        for (int relation = 0; relation < count; relation++) {
            places[next[sources[relation]]++] = relation;
        }
        return new RelationGraph(there, sources, targets, kindsThere, sharesThere, recordsThere, starts, outs, places);
    }
}
