package org.sise.bench.policy;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What is compared of a grading: every pair of business and colour. */
final class Checksum {

    private Checksum() {}

    /** SHA-256 over all pairs in the order of the businesses. */
    static String sha256(byte[] colours) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            ByteBuffer pair = ByteBuffer.allocate(5);
            for (int b = 0; b < colours.length; b++) {
                sha256.update(pair.clear().putInt(b).put(colours[b]).flip());
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** A sum over all pairs that SQL can compute too, so that each timed run is checked without moving its rows. */
    static long sum(byte[] colours) {
        long sum = 0;
        for (int b = 0; b < colours.length; b++) {
            sum += (b + 1L) * (2 * colours[b] + 1) * 1_000_003 % 2_147_483_647;
        }
        return sum;
    }
}
