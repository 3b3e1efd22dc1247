package org.sise.scoring.table;

import java.util.ArrayList;
import java.util.List;

/** A growing column of ints that is never copied as it grows. */
final class Ints {
    private static final int BITS = 16;
    private static final int MASK = (1 << BITS) - 1;

    private final List<int[]> pieces = new ArrayList<>();
    private int[] last = new int[0];
    private int size;

    int size() {
        return size;
    }

    int get(int index) {
        return pieces.get(index >>> BITS)[index & MASK];
    }

    void set(int index, int value) {
        pieces.get(index >>> BITS)[index & MASK] = value;
    }

    void add(int value) {
        int at = size & MASK;
        if (at == 0) {
            last = new int[1 << BITS];
            pieces.add(last);
        }
        last[at] = value;
        size++;
    }

    void clear() {
        pieces.clear();
        size = 0;
    }

    /** Puts the values into an order: the new first is the one that stood at the order's first, and so on. */
    void arrange(int[] order) {
        int[][] before = pieces.toArray(new int[0][]);
        clear();
        for (int index : order) {
            add(before[index >>> BITS][index & MASK]);
        }
    }

    /** Adds the value until the column has this size. */
    void fill(int toSize, int value) {
        while (size < toSize) {
            add(value);
        }
    }
}
