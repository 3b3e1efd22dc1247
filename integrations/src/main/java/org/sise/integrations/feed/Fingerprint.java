package org.sise.integrations.feed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.sise.core.digest.Sha256;

/**
 * What tells one state of a file from another.
 *
 * @param size its size in bytes
 * @param modified when it was last written
 * @param sha256 digest of its bytes, hexadecimal
 */
record Fingerprint(long size, FileTime modified, String sha256) {

    private static final int BUFFER = 1 << 16;

    /**
     * Of a file that does not change meanwhile.
     *
     * @throws FileStillChanging when it does
     */
    static Fingerprint of(Path file) throws IOException {
        Fingerprint before = new Fingerprint(Files.size(file), Files.getLastModifiedTime(file), "");
        String sha256;
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = Sha256.digest();
            byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            sha256 = HexFormat.of().formatHex(digest.digest());
        }
        if (!before.matches(file)) {
            throw new FileStillChanging(file.toString());
        }
        return new Fingerprint(before.size, before.modified, sha256);
    }

    /** Whether the file has the size and the time of this still. */
    boolean matches(Path file) throws IOException {
        return Files.size(file) == size && Files.getLastModifiedTime(file).equals(modified);
    }
}
