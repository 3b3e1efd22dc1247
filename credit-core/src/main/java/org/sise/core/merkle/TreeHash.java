package org.sise.core.merkle;

import java.security.DigestException;
import java.security.MessageDigest;
import org.sise.core.digest.Sha256;

/** The two hashes of RFC 9162 section 2.1.1 over one reused digest; one thread at a time. */
final class TreeHash {
    static final int LENGTH = 32;
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest digest = Sha256.digest();

    byte[] ofNothing() {
        return digest.digest();
    }

    byte[] leaf(byte[] leaf) {
        byte[] hash = new byte[LENGTH];
        leaf(leaf, 0, leaf.length, hash, 0);
        return hash;
    }

    void leaf(byte[] text, int from, int length, byte[] out, int at) {
        digest.update(LEAF);
        digest.update(text, from, length);
        finish(out, at);
    }

    byte[] node(byte[] left, byte[] right) {
        digest.update(NODE);
        digest.update(left);
        digest.update(right);
        return digest.digest();
    }

    /** Hashes the two neighbours that start at {@code pair} into {@code at}, which may be {@code pair}. */
    void node(byte[] hashes, int pair, byte[] out, int at) {
        digest.update(NODE);
        digest.update(hashes, pair, 2 * LENGTH);
        finish(out, at);
    }

    private void finish(byte[] out, int at) {
        try {
            digest.digest(out, at, LENGTH);
        } catch (DigestException e) {
            throw new IllegalStateException("32 bytes hold a SHA-256", e);
        }
    }
}
