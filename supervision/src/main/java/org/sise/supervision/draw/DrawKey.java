package org.sise.supervision.draw;

import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;
import org.sise.core.digest.Sha256;

/**
 * The keys of a draw, HMAC-SHA-256 (RFC 2104) with the seed as its key over {@code a TAB b TAB c}, for many {@code c} after one
 * another. The padded key and the message stand in one buffer, so that a key is two digest calls. One thread at a time.
 */
final class DrawKey {
    static final int LENGTH = 32;
    private static final int BLOCK = 64;

    private final MessageDigest digest = Sha256.digest();
    private byte[] inner = new byte[4 * BLOCK];
    private final byte[] outer = new byte[BLOCK + LENGTH];
    private int begun = BLOCK;

    DrawKey(byte[] seed) {
        if (seed.length != LENGTH) {
            throw new IllegalArgumentException("A seed has 32 bytes");
        }
        for (int at = 0; at < BLOCK; at++) {
            byte of = at < seed.length ? seed[at] : 0;
            inner[at] = (byte) (of ^ 0x36);
            outer[at] = (byte) (of ^ 0x5c);
        }
    }

    /** Sets the message's beginning, {@code a TAB b TAB}. */
    void begin(String a, String b) {
        byte[] head = DrawText.utf8(a + "\t" + b + "\t");
        room(BLOCK + head.length);
        System.arraycopy(head, 0, inner, BLOCK, head.length);
        begun = BLOCK + head.length;
    }

    /** The key for this end of the message. */
    byte[] of(byte[] text) {
        byte[] out = new byte[LENGTH];
        of(text, 0, text.length, out);
        return out;
    }

    /** Writes the key for the end of the message that stands in {@code text}. */
    void of(byte[] text, int from, int length, byte[] out) {
        room(begun + length);
        System.arraycopy(text, from, inner, begun, length);
        try {
            digest.update(inner, 0, begun + length);
            digest.digest(outer, BLOCK, LENGTH);
            digest.update(outer, 0, outer.length);
            digest.digest(out, 0, LENGTH);
        } catch (DigestException e) {
            throw new IllegalStateException("32 bytes hold a SHA-256", e);
        }
    }

    private void room(int length) {
        if (length > inner.length) {
            inner = Arrays.copyOf(inner, 2 * length);
        }
    }
}
