package org.sise.integrations.fetch;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.sise.core.digest.Sha256;

/** A file that is being fetched: written aside, and gone when it is closed before its commit. */
final class SpoolFile extends OutputStream {

    private static final int BUFFER = 1 << 16;

    private final long id;
    private final long after;
    private final Path path;
    private final FileChannel channel;
    private final OutputStream out;
    private final MessageDigest digest;
    private long size;
    private @Nullable String sha256;
    private boolean committed;

    SpoolFile(long id, long after, Path path) throws IOException {
        this.id = id;
        this.after = after;
        this.path = path;
        this.channel = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        this.out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
        this.digest = Sha256.digest();
    }

    long id() {
        return id;
    }

    /** The number of the feed's fetch before this one, or 0. */
    long after() {
        return after;
    }

    Path path() {
        return path;
    }

    String name() {
        return String.valueOf(path.getFileName());
    }

    /** Bytes so far. */
    long size() {
        return size;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        digest.update(bytes, offset, length);
        size += length;
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    /**
     * Ends the writing, once; what was written is on disk then.
     *
     * @return digest of the bytes, hexadecimal
     */
    String seal() throws IOException {
        String known = sha256;
        if (known == null) {
            out.flush();
            channel.force(true);
            channel.close();
            known = HexFormat.of().formatHex(digest.digest());
            sha256 = known;
        }
        return known;
    }

    void committed() {
        committed = true;
    }

    /** Closes the file, and removes it unless it was committed. */
    @Override
    public void close() throws IOException {
        if (sha256 == null) {
            channel.close();
        }
        if (!committed) {
            Files.deleteIfExists(path);
        }
    }
}
