package org.sise.scoring.kernel;

import java.util.Arrays;

/** A growing list of longs. */
final class Longs {
    private long[] longs = new long[16];
    private int size;

    void add(long one) {
        if (size == longs.length) {
            longs = Arrays.copyOf(longs, size + (size >> 1));
        }
        longs[size++] = one;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    long[] toArray() {
        return Arrays.copyOf(longs, size);
    }
}
