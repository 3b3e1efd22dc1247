package org.sise.graph.control;

import java.util.Arrays;

/** A sum of sparse rows, in the making. Few units are looked up one by one, more of them by number. */
final class Mixture {

    private static final int FEW = 16;

    private final int bound;
    private int[] units = new int[64];
    private double[] sums = new double[64];
    private int count;

    /** By unit its place and one, once there have been more than few. */
    private int[] places = new int[0];

    /** Of units below a bound. */
    Mixture(int bound) {
        this.bound = bound;
    }

    void add(int unit, double share) {
        int place = place(unit);
        if (place < 0) {
            place = append(unit);
        }
        sums[place] += share;
    }

    private int place(int unit) {
        if (count > FEW) {
            return places[unit] - 1;
        }
        for (int place = 0; place < count; place++) {
            if (units[place] == unit) {
                return place;
            }
        }
        return -1;
    }

    private int append(int unit) {
        if (count == units.length) {
            units = Arrays.copyOf(units, count * 2);
            sums = Arrays.copyOf(sums, count * 2);
        }
        units[count] = unit;
        sums[count] = 0;
        count++;
        if (count > FEW) {
            places = places.length == 0 ? new int[bound] : places;
            for (int place = count == FEW + 1 ? 0 : count - 1; place < count; place++) {
                places[units[place]] = place + 1;
            }
        }
        return count - 1;
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
        return units[i];
    }

    double share(int i) {
        return sums[i];
    }

    double total() {
        double total = 0;
        for (int i = 0; i < count; i++) {
            total += sums[i];
        }
        return total;
    }

    /** Writes the sum into a row, times a factor, and begins a new one. */
    void store(Stakes stakes, int row, double factor) {
        stakes.begin(row, count);
        for (int i = 0; i < count; i++) {
            stakes.put(units[i], sums[i] * factor);
        }
        clear();
    }

    void clear() {
        for (int i = 0; count > FEW && i < count; i++) {
            places[units[i]] = 0;
        }
        count = 0;
    }
}
