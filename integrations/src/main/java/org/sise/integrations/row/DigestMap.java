package org.sise.integrations.row;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.sise.core.digest.Sha256;

/**
 * From texts to numbers that are not negative, 48 to 96 bytes an entry whatever the texts' length: a text
 * is known by the first 128 bits of its SHA-256.
 */
final class DigestMap {

    /** What {@link #get} answers for a text that is not there. */
    static final long NONE = -1;

    private static final int FEWEST = 1 << 10;

    private final MessageDigest digest = Sha256.digest();
    private long[] high = new long[FEWEST];
    private long[] low = new long[FEWEST];
    private long[] values = empty(FEWEST);
    private int size;

    long get(String text) {
        ByteBuffer hash = hash(text);
        return values[place(hash.getLong(0), hash.getLong(Long.BYTES))];
    }

    boolean contains(String text) {
        return get(text) != NONE;
    }

    void put(String text, long value) {
        ByteBuffer hash = hash(text);
        int place = place(hash.getLong(0), hash.getLong(Long.BYTES));
        if (values[place] == NONE) {
            size++;
        }
        set(place, hash.getLong(0), hash.getLong(Long.BYTES), value);
        if (size * 2L > values.length) {
            grow();
        }
    }

    /** Puts the value where there is none yet; returns the one that then is there. */
    long putIfAbsent(String text, long value) {
        long known = get(text);
        if (known == NONE) {
            put(text, value);
        }
        return known == NONE ? value : known;
    }

    /** Puts the value where there is none or a smaller one; returns whether it did. */
    boolean raise(String text, long value) {
        boolean raised = get(text) < value;
        if (raised) {
            put(text, value);
        }
        return raised;
    }

    private ByteBuffer hash(String text) {
        return ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private int place(long first, long second) {
        int place = (int) first & (values.length - 1);
        while (values[place] != NONE && (high[place] != first || low[place] != second)) {
            place = (place + 1) & (values.length - 1);
        }
        return place;
    }

    private void set(int place, long first, long second, long value) {
        high[place] = first;
        low[place] = second;
        values[place] = value;
    }

    private void grow() {
        long[] oldHigh = high;
        long[] oldLow = low;
        long[] oldValues = values;
        high = new long[oldValues.length * 2];
        low = new long[oldValues.length * 2];
        values = empty(oldValues.length * 2);
        for (int i = 0; i < oldValues.length; i++) {
            if (oldValues[i] != NONE) {
                set(place(oldHigh[i], oldLow[i]), oldHigh[i], oldLow[i], oldValues[i]);
            }
        }
    }

    private static long[] empty(int length) {
        long[] empty = new long[length];
        Arrays.fill(empty, NONE);
        return empty;
    }
}
