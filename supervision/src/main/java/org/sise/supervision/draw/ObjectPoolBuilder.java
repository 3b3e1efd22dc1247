package org.sise.supervision.draw;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes objects in any order and sorts them by their leaves: most of a code in one 64-bit key at a time. */
public final class ObjectPoolBuilder {
    private static final VarHandle BIG_ENDIAN =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final List<String> strata;
    private final Map<String, Integer> ordinals = new HashMap<>();
    private byte[] text = new byte[1 << 10];
    private int[] ends = new int[1 << 6];
    private int[] stratumOf = new int[1 << 6];
    private int size;
    private final List<Duplicate> duplicates = new ArrayList<>();

    ObjectPoolBuilder(List<String> names) {
        strata = names.stream().distinct().sorted(DrawText.BY_BYTES).toList();
        for (String stratum : strata) {
            ordinals.put(stratum, ordinals.size());
        }
    }

    /**
     * Two positions, counted from 0 in the order of adding, of one object.
     *
     * @param first the earlier one
     * @param second the later one
     */
    record Duplicate(int first, int second) {}

    /**
     * Adds an object.
     *
     * @throws IllegalArgumentException for a stratum that was not announced, or a code that is empty or has control characters
     */
    public ObjectPoolBuilder add(String stratum, String code) {
        Integer ordinal = ordinals.get(stratum);
        if (ordinal == null) {
            throw new IllegalArgumentException("Stratum " + stratum + " is none of " + strata);
        }
        DrawText.require(code, "code");
        byte[] bytes = DrawText.utf8(code);
        int from = from(size);
        if (from + bytes.length > text.length) {
            text = Arrays.copyOf(text, Math.max(from + bytes.length, text.length + (text.length >> 1)));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size + (size >> 1));
            stratumOf = Arrays.copyOf(stratumOf, ends.length);
        }
        System.arraycopy(bytes, 0, text, from, bytes.length);
        ends[size] = from + bytes.length;
        stratumOf[size] = ordinal;
        size++;
        return this;
    }

    /**
     * The pool.
     *
     * @throws IllegalArgumentException if an object was added twice
     */
    public ObjectPool build() {
        var pool = sort();
        if (!duplicates.isEmpty()) {
            int at = duplicates.getFirst().second();
            String code = new String(text, from(at), ends[at] - from(at), StandardCharsets.UTF_8);
            throw new IllegalArgumentException("Object " + code + " stands twice in " + strata.get(stratumOf[at]));
        }
        return pool;
    }

    /** What {@link #sort} found twice. */
    List<Duplicate> duplicates() {
        return duplicates;
    }

    /** The pool, not to be used if there are {@link #duplicates}. */
    ObjectPool sort() {
        int[] starts = new int[strata.size() + 1];
        for (int at = 0; at < size; at++) {
            starts[stratumOf[at] + 1]++;
        }
        for (int ordinal = 0; ordinal < strata.size(); ordinal++) {
            starts[ordinal + 1] += starts[ordinal];
        }
        int[] order = new int[size];
        int[] next = starts.clone();
        for (int at = 0; at < size; at++) {
            order[next[stratumOf[at]]++] = at;
        }
        long[] keys = new long[size];
        for (int ordinal = 0; ordinal < strata.size(); ordinal++) {
            sort(keys, order, starts[ordinal], starts[ordinal + 1], 0);
        }
        byte[] sortedText = new byte[from(size)];
        int[] sortedEnds = new int[size];
        int to = 0;
        for (int at = 0; at < size; at++) {
            int from = from(order[at]);
            int length = ends[order[at]] - from;
            System.arraycopy(text, from, sortedText, to, length);
            to += length;
            sortedEnds[at] = to;
        }
        return new ObjectPool(strata, starts, sortedText, sortedEnds);
    }

    /** Sorts a range of objects that agree in their first {@code depth} bytes. */
    private void sort(long[] keys, int[] order, int from, int to, int depth) {
        int same = from == to ? depth : agreed(order, from, to, depth);
        for (int at = from; at < to; at++) {
            keys[at] = eightBytes(order[at], same);
        }
        PairSort.sort(keys, order, from, to);
        for (int at = from; at < to; ) {
            int end = at + 1;
            while (end < to && keys[end] == keys[at]) {
                end++;
            }
            if (end - at > 1) {
                equalKeys(keys, order, at, end, same + 8);
            }
            at = end;
        }
    }

    /** No byte of a code is 0, so a 0 at a key's end says that the codes have ended and are equal. */
    private void equalKeys(long[] keys, int[] order, int from, int to, int depth) {
        if ((keys[from] & 0xff) != 0) {
            sort(keys, order, from, to, depth);
            return;
        }
        for (int at = from + 1; at < to; at++) {
            duplicates.add(new Duplicate(order[from], order[at]));
        }
    }

    /** How many first bytes all objects of a range have in common, given that they have {@code depth}. */
    private int agreed(int[] order, int from, int to, int depth) {
        int first = from(order[from]);
        int agreed = ends[order[from]] - first;
        for (int at = from + 1; at < to && agreed > depth; at++) {
            int start = from(order[at]);
            int differs = Arrays.mismatch(
                    text, first, first + agreed, text, start, Math.min(ends[order[at]], start + agreed));
            agreed = differs < 0 ? agreed : differs;
        }
        return agreed;
    }

    private long eightBytes(int object, int skip) {
        int at = from(object) + skip;
        int end = ends[object];
        if (at + 8 <= end) {
            return (long) BIG_ENDIAN.get(text, at);
        }
        long key = 0;
        for (int i = 0; i < 8; i++) {
            key = key << 8 | (at + i < end ? text[at + i] & 0xff : 0);
        }
        return key;
    }

    private int from(int object) {
        return object == 0 ? 0 : ends[object - 1];
    }
}
