package org.sise.graph.relation;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Parties by number, from zero in the order of their coming. A party is known by its id among people, among addresses,
 * among telephone numbers or among all others: whoever is named as a body and held as a business is one party, a
 * business. A party without an id is like no other.
 */
public final class Parties {

    private static final PartyKind[] KINDS = PartyKind.values();

    private byte[] pool = new byte[1 << 12];
    private int[] ends = new int[1 << 8];
    private byte[] kinds = new byte[1 << 8];
    private int[] table = new int[1 << 10];
    private int size;

    /** How many there are. */
    public int size() {
        return size;
    }

    /** The party's number, a new one if it has not come before. */
    public int number(PartyKind kind, String id) {
        byte[] text = id.getBytes(StandardCharsets.UTF_8);
        if (text.length == 0) {
            return append(kind, text);
        }
        int slot = slot(space(kind), text);
        int there = table[slot] - 1;
        if (there >= 0) {
            if (kind == PartyKind.BUSINESS && kind(there) == PartyKind.BODY) {
                kinds[there] = (byte) PartyKind.BUSINESS.ordinal();
            }
            return there;
        }
        int number = append(kind, text);
        table[slot] = number + 1;
        if (size * 2 > table.length) {
            rehash();
        }
        return number;
    }

    /** The party's number, or -1 when it has not come. */
    public int find(PartyKind kind, String id) {
        byte[] text = id.getBytes(StandardCharsets.UTF_8);
        return text.length == 0 ? -1 : table[slot(space(kind), text)] - 1;
    }

    /** What it is. */
    public PartyKind kind(int party) {
        return KINDS[kinds[party]];
    }

    /** Its id, empty when it has none. */
    public String id(int party) {
        int from = from(party);
        return new String(pool, from, ends[party] - from, StandardCharsets.UTF_8);
    }

    /** Whether nothing says who it is. */
    public boolean isAnonymous(int party) {
        return from(party) == ends[party];
    }

    /** Compares the ids of two parties, byte by byte as UTF-8, which is the order of their code points. */
    public int compareIds(int one, int other) {
        return Arrays.compareUnsigned(pool, from(one), ends[one], pool, from(other), ends[other]);
    }

    private int from(int party) {
        return party == 0 ? 0 : ends[party - 1];
    }

    private int append(PartyKind kind, byte[] text) {
        int from = size == 0 ? 0 : ends[size - 1];
        int to = Math.addExact(from, text.length);
        if (to > pool.length) {
            pool = Arrays.copyOf(pool, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(to, pool.length * 2L)));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
            kinds = Arrays.copyOf(kinds, size * 2);
        }
        System.arraycopy(text, 0, pool, from, text.length);
        ends[size] = to;
        kinds[size] = (byte) kind.ordinal();
        return size++;
    }

    private int slot(int space, byte[] text) {
        int slot = spread(space, hash(text, 0, text.length));
        while (true) {
            int there = table[slot] - 1;
            if (there < 0 || (space(kind(there)) == space && isNamed(there, text))) {
                return slot;
            }
            slot = slot + 1 & table.length - 1;
        }
    }

    private boolean isNamed(int party, byte[] text) {
        return Arrays.equals(pool, from(party), ends[party], text, 0, text.length);
    }

    private void rehash() {
        table = new int[table.length * 2];
        for (int party = 0; party < size; party++) {
            if (!isAnonymous(party)) {
                int slot = spread(space(kind(party)), hash(pool, from(party), ends[party]));
                while (table[slot] != 0) {
                    slot = slot + 1 & table.length - 1;
                }
                table[slot] = party + 1;
            }
        }
    }

    private int spread(int space, int hash) {
        int mixed = (hash + space) * 0x9E3779B9;
        return (mixed ^ mixed >>> 15) & table.length - 1;
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash;
    }

    private static int space(PartyKind kind) {
        return switch (kind) {
            case BUSINESS, BODY -> 0;
            case PERSON, NAMED_PERSON -> 1;
            case ADDRESS -> 2;
            case PHONE -> 3;
        };
    }
}
