package org.sise.graph.relation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;

/**
 * All relations of all days, in columns, gathered from a stream. Whoever fills it leaves out what was withdrawn and gives
 * of each matter the version that counts. Nothing is judged here: sums above 100 percent, a business that holds itself and
 * parties that no register knows are relations like any other.
 */
public final class Relations {

    private final Parties parties;
    private int[] from;
    private int[] to;
    private byte[] kinds;
    private long[] shares;
    private int[] since;
    private int[] until;
    private long[] records;
    private int size;

    /** None yet. */
    public Relations(Parties parties) {
        this(parties, 1 << 8);
    }

    /** None yet, with room for so many. */
    public Relations(Parties parties, int room) {
        this.parties = parties;
        int least = Math.max(1, room);
        from = new int[least];
        to = new int[least];
        kinds = new byte[least];
        shares = new long[least];
        since = new int[least];
        until = new int[least];
        records = new long[least];
    }

    /** The parties that its numbers stand for. */
    public Parties parties() {
        return parties;
    }

    /** How many relations there are, of all days. */
    public int size() {
        return size;
    }

    /** Adds a relation. */
    public Relations add(Relation relation) {
        LocalDate first = relation.since();
        LocalDate last = relation.until();
        add(
                relation.from(),
                relation.to(),
                relation.kind(),
                relation.share(),
                first == null ? Integer.MIN_VALUE : Math.toIntExact(first.toEpochDay()),
                last == null ? Integer.MAX_VALUE : Math.toIntExact(last.toEpochDay()),
                relation.record());
        return this;
    }

    /** The same for streams of millions: days since 1970, the least and greatest number where there is none. */
    public void add(int party, int business, RelationKind kind, long share, int firstDay, int lastDay, long record) {
        if (size == from.length) {
            grow();
        }
        from[size] = party;
        to[size] = business;
        kinds[size] = (byte) kind.ordinal();
        shares[size] = share;
        since[size] = firstDay;
        until[size] = lastDay;
        records[size] = record;
        size++;
    }

    /** The relations of some kinds that stand on a day, its first and last day among them. */
    public RelationGraph on(LocalDate day, Set<RelationKind> of) {
        int at = Math.toIntExact(day.toEpochDay());
        return chosen(of, at, at);
    }

    /** The relations of some kinds that stand on a day or stood before it. */
    public RelationGraph upTo(LocalDate day, Set<RelationKind> of) {
        return chosen(of, Math.toIntExact(day.toEpochDay()), Integer.MIN_VALUE);
    }

    private RelationGraph chosen(Set<RelationKind> of, int begunBy, int notEndedBefore) {
        boolean[] wanted = new boolean[RelationKind.values().length];
        of.forEach(kind -> wanted[kind.ordinal()] = true);
        int[] chosen = new int[size];
        int count = 0;
        for (int r = 0; r < size; r++) {
            if (wanted[kinds[r]] && since[r] <= begunBy && notEndedBefore <= until[r]) {
                chosen[count++] = r;
            }
        }
        return arranged(Arrays.copyOf(chosen, count));
    }

    private RelationGraph arranged(int[] chosen) {
        int n = parties.size();
        KeyOrder byBusiness = KeyOrder.of(KeyOrder.of(chosen, from, n).numbers(), to, n);
        int[] order = byBusiness.numbers();
        int count = order.length;
        int[] sources = new int[count];
        int[] targets = new int[count];
        byte[] kindsOf = new byte[count];
        long[] sharesOf = new long[count];
        long[] recordsOf = new long[count];
        int[] places = new int[count];
        for (int place = 0; place < count; place++) {
            int r = order[place];
            sources[place] = from[r];
            targets[place] = to[r];
            kindsOf[place] = kinds[r];
            sharesOf[place] = shares[r];
            recordsOf[place] = records[r];
            places[place] = place;
        }
        KeyOrder byParty = KeyOrder.of(places, sources, n);
        return new RelationGraph(
                parties,
                sources,
                targets,
                kindsOf,
                sharesOf,
                recordsOf,
                byBusiness.starts(n),
                byParty.starts(n),
                byParty.numbers());
    }

    private void grow() {
        int room = Math.addExact(size, Math.max(16, size >> 1));
        from = Arrays.copyOf(from, room);
        to = Arrays.copyOf(to, room);
        kinds = Arrays.copyOf(kinds, room);
        shares = Arrays.copyOf(shares, room);
        since = Arrays.copyOf(since, room);
        until = Arrays.copyOf(until, room);
        records = Arrays.copyOf(records, room);
    }
}
