package org.sise.graph.relation;

/**
 * Numbers in the order of a key each, equal keys in the order given: a radix sort from the lowest digit, which writes in
 * some thousand streams where counting places would write all over the memory.
 */
final class KeyOrder {

    private static final int BITS = 12;
    private static final int DIGITS = 1 << BITS;

    /** The key above, the number below. */
    private final long[] entries;

    private KeyOrder(long[] entries) {
        this.entries = entries;
    }

    /**
     * Sorts.
     *
     * @param numbers what to sort
     * @param keys by number, from zero
     * @param bound above all keys
     */
    static KeyOrder of(int[] numbers, int[] keys, int bound) {
        long[] entries = new long[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            entries[i] = (long) keys[numbers[i]] << Integer.SIZE | numbers[i];
        }
        long[] other = new long[numbers.length];
        for (int shift = 0; shift < Integer.SIZE && (bound - 1) >>> shift > 0; shift += BITS) {
            pass(entries, other, Integer.SIZE + shift);
            long[] sorted = other;
            other = entries;
            entries = sorted;
        }
        return new KeyOrder(entries);
    }

    private static void pass(long[] entries, long[] into, int shift) {
        int[] next = new int[DIGITS + 1];
        for (long entry : entries) {
            next[digit(entry, shift) + 1]++;
        }
        for (int digit = 0; digit < DIGITS; digit++) {
            next[digit + 1] += next[digit];
        }
        for (long entry : entries) {
            into[next[digit(entry, shift)]++] = entry;
        }
    }

    private static int digit(long entry, int shift) {
        return (int) (entry >>> shift) & DIGITS - 1;
    }

    int[] numbers() {
        int[] numbers = new int[entries.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (int) entries[i];
        }
        return numbers;
    }

    /** By key the first place of its numbers, and at the end their count. */
    int[] starts(int bound) {
        int[] starts = new int[bound + 1];
        int key = 0;
        for (int place = 0; place < entries.length; place++) {
            int here = (int) (entries[place] >>> Integer.SIZE);
            while (key < here) {
                starts[++key] = place;
            }
        }
        while (key < bound) {
            starts[++key] = entries.length;
        }
        return starts;
    }
}
