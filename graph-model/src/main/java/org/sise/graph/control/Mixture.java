package org.sise.graph.control;

import java.util.Arrays;

/** A sum of sparse rows, in the making. */
final class Mixture {

    private final double[] sums;
    private final boolean[] met;
    private int[] touched = new int[64];
    private int count;

    Mixture(int units) {
        sums = new double[units];
        met = new boolean[units];
    }

    void add(int unit, double share) {
        if (!met[unit]) {
            met[unit] = true;
            if (count == touched.length) {
                touched = Arrays.copyOf(touched, count * 2);
            }
            touched[count++] = unit;
        }
        sums[unit] += share;
    }

    void add(Stakes stakes, int row, double weight) {
        if (weight > 0) {
            for (int place = stakes.first(row); place < stakes.end(row); place++) {
                add(stakes.unit(place), stakes.share(place) * weight);
            }
        }
    }

    int count() {
        return count;
    }

    int unit(int i) {
        return touched[i];
    }

    double share(int i) {
        return sums[touched[i]];
    }

    double total() {
        double total = 0;
        for (int i = 0; i < count; i++) {
            total += sums[touched[i]];
        }
        return total;
    }

    /** Writes the sum into a row, times a factor, and begins a new one. */
    void store(Stakes stakes, int row, double factor) {
        stakes.begin(row, count);
        for (int i = 0; i < count; i++) {
            stakes.put(touched[i], sums[touched[i]] * factor);
        }
        clear();
    }

    void clear() {
        for (int i = 0; i < count; i++) {
            sums[touched[i]] = 0;
            met[touched[i]] = false;
        }
        count = 0;
    }
}
