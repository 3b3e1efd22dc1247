package org.sise.supervision.draw;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Sorts values by unsigned 64-bit keys: least significant byte first, bytes that are
 * the same everywhere are skipped. Many are sorted in two halves by two threads.
 */
final class PairSort {
    private static final int SMALL = 48;
    private static final int WORTH_TWO_THREADS = 1 << 17;

    private PairSort() {}

    /** Sorts both arrays from {@code from} to before {@code to} by the keys; equal keys keep their order. */
    static void sort(long[] keys, int[] values, int from, int to) {
        int size = to - from;
        if (size <= SMALL) {
            insert(keys, values, from, to);
        } else if (size < WORTH_TWO_THREADS) {
            byDigits(keys, values, from, to);
        } else {
            int middle = (from + to) >>> 1;
            IntStream.range(0, 2)
                    .parallel()
                    .forEach(half -> byDigits(keys, values, half == 0 ? from : middle, half == 0 ? middle : to));
            merge(keys, values, from, middle, to);
        }
    }

    /** Merges the sorted halves; of equal keys the left one's come first. */
    private static void merge(long[] keys, int[] values, int from, int middle, int to) {
        long[] leftKeys = Arrays.copyOfRange(keys, from, middle);
        int[] leftValues = Arrays.copyOfRange(values, from, middle);
        int left = 0;
        int right = middle;
        for (int at = from; left < leftKeys.length; at++) {
            if (right < to && Long.compareUnsigned(keys[right], leftKeys[left]) < 0) {
                keys[at] = keys[right];
                values[at] = values[right];
                right++;
            } else {
                keys[at] = leftKeys[left];
                values[at] = leftValues[left];
                left++;
            }
        }
    }

    private static void byDigits(long[] keys, int[] values, int from, int to) {
        int size = to - from;
        int[][] counts = count(keys, from, to);
        long[] sourceKeys = keys;
        int[] sourceValues = values;
        int source = from;
        long[] targetKeys = new long[size];
        int[] targetValues = new int[size];
        int target = 0;
        for (int digit = 0; digit < 8; digit++) {
            int shift = 8 * digit;
            int[] places = counts[digit];
            if (places[(int) (keys[from] >>> shift) & 0xff] == size) {
                continue;
            }
            int place = target;
            for (int value = 0; value < 256; value++) {
                int here = places[value];
                places[value] = place;
                place += here;
            }
            for (int at = source; at < source + size; at++) {
                long key = sourceKeys[at];
                int slot = places[(int) (key >>> shift) & 0xff]++;
                targetKeys[slot] = key;
                targetValues[slot] = sourceValues[at];
            }
            long[] swapKeys = sourceKeys;
            int[] swapValues = sourceValues;
            int swap = source;
            sourceKeys = targetKeys;
            sourceValues = targetValues;
            source = target;
            targetKeys = swapKeys;
            targetValues = swapValues;
            target = swap;
        }
        if (sourceKeys != keys) {
            System.arraycopy(sourceKeys, 0, keys, from, size);
            System.arraycopy(sourceValues, 0, values, from, size);
        }
    }

    private static int[][] count(long[] keys, int from, int to) {
        int[][] counts = new int[8][256];
        for (int at = from; at < to; at++) {
            long key = keys[at];
            for (int digit = 0; digit < 8; digit++) {
                counts[digit][(int) (key >>> (8 * digit)) & 0xff]++;
            }
        }
        return counts;
    }

    private static void insert(long[] keys, int[] values, int from, int to) {
        for (int at = from + 1; at < to; at++) {
            long key = keys[at];
            int value = values[at];
            int hole = at;
            while (hole > from && Long.compareUnsigned(keys[hole - 1], key) > 0) {
                keys[hole] = keys[hole - 1];
                values[hole] = values[hole - 1];
                hole--;
            }
            keys[hole] = key;
            values[hole] = value;
        }
    }
}
