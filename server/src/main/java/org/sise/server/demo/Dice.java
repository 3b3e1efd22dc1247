package org.sise.server.demo;

import java.time.LocalDate;
import java.util.List;

/**
 * A stream of random numbers that belongs to one purpose and one index under a seed, so that whatever is drawn for a
 * business can be drawn again without drawing what came before it. SplitMix64 (Steele, Lea, Flood 2014).
 */
final class Dice {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    Dice(long seed, String purpose, long index) {
        this.state = mix(mix(seed) + purpose.hashCode() * GOLDEN) ^ mix(index + GOLDEN);
    }

    /** A number from 0 to below the bound. */
    int below(int bound) {
        return (int) Math.floorMod(next(), (long) bound);
    }

    /** A number from the first to the last, both included. */
    int between(int first, int last) {
        return first + below(last - first + 1);
    }

    /** True in so many of a hundred cases. */
    boolean percent(int chance) {
        return below(100) < chance;
    }

    <T> T pick(List<T> list) {
        return list.get(below(list.size()));
    }

    /** An index into weights whose sum is given. */
    int weighted(int[] weights, int sum) {
        int left = below(sum);
        for (int i = 0; i < weights.length; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("the weights sum up to less than " + sum);
    }

    /** A day so many days before another one, from the fewest to the most. */
    LocalDate before(LocalDate day, int fewest, int most) {
        return day.minusDays(between(fewest, most));
    }

    private long next() {
        state += GOLDEN;
        return mix(state);
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
