package org.sise.graph.control;

import java.util.Arrays;

/** Who holds how much of each party: sparse rows in one pool, each written once. */
final class Stakes {

    private final long[] rows;
    private int[] units = new int[1 << 10];
    private double[] shares = new double[1 << 10];
    private int size;

    Stakes(int parties) {
        rows = new long[parties];
    }

    int first(int party) {
        return (int) (rows[party] >>> 32);
    }

    int end(int party) {
        return (int) rows[party];
    }

    int unit(int place) {
        return units[place];
    }

    double share(int place) {
        return shares[place];
    }

    void begin(int party, int count) {
        int room = Math.addExact(size, count);
        if (room > units.length) {
            int larger = (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(room, units.length + (units.length >> 1)));
            units = Arrays.copyOf(units, larger);
            shares = Arrays.copyOf(shares, larger);
        }
        rows[party] = (long) size << 32 | room;
    }

    void put(int unit, double share) {
        units[size] = unit;
        shares[size++] = share;
    }
}
