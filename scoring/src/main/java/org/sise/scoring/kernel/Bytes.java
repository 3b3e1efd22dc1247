package org.sise.scoring.kernel;

import java.util.Arrays;

/** A growing list of bytes. */
final class Bytes {
    private byte[] bytes = new byte[256];
    private int size;

    void add(byte[] more) {
        if (size + more.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more.length, bytes.length + (bytes.length >> 1)));
        }
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }

    int size() {
        return size;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }
}
