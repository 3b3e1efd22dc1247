package org.sise.integrations.fetch;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sise.core.digest.Sha256;

/**
 * Digests of rows, 128 bits of SHA-256 each, in 24 bytes of memory a row: a table of open addressing over the bytes as
 * they are stored.
 */
final class SeenRows {

    /** Bytes a digest. */
    static final int WIDTH = 16;

    private final byte[] digests;
    private final int[] table;

    private SeenRows(byte[] digests) {
        this.digests = digests;
        int count = digests.length / WIDTH;
        this.table = new int[Math.max(4, Integer.highestOneBit(Math.max(1, count)) * 4)];
        for (int i = 0; i < count; i++) {
            int slot = slot(digests, i * WIDTH);
            while (table[slot] != 0) {
                slot = slot + 1 & table.length - 1;
            }
            table[slot] = i + 1;
        }
    }

    /** Of digests one behind the other, or none. */
    static SeenRows of(byte @Nullable [] digests) {
        return new SeenRows(digests == null ? new byte[0] : digests);
    }

    /** The digest of a row's bytes. */
    static byte[] digest(byte[] row) {
        return Arrays.copyOf(Sha256.of(row), WIDTH);
    }

    boolean contains(byte[] digest) {
        int slot = slot(digest, 0);
        while (table[slot] != 0) {
            int at = (table[slot] - 1) * WIDTH;
            if (Arrays.equals(digests, at, at + WIDTH, digest, 0, WIDTH)) {
                return true;
            }
            slot = slot + 1 & table.length - 1;
        }
        return false;
    }

    private int slot(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).getInt(at) & table.length - 1;
    }
}
