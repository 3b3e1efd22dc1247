package org.sise.integrations.row;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Pieces of bytes kept in a temporary file that only this process can open and that is gone when it ends, however it ends,
 * where the system lets an open file be deleted.
 */
final class Spill implements Closeable {

    private static final int BUFFER = 1 << 16;

    private final FileChannel channel;
    private final ByteBuffer ahead = ByteBuffer.allocate(BUFFER);
    private long written;

    Spill() throws IOException {
        Path file = Files.createTempFile("sise-spill-", "");
        channel = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        try {
            Files.delete(file);
        } catch (IOException e) {
            // a system that keeps the names of open files deletes it when it is closed
        }
    }

    /** Adds a piece; returns its place. */
    long add(byte[] piece) throws IOException {
        long place = written + ahead.position();
        if (ahead.remaining() < Integer.BYTES + piece.length) {
            flush();
        }
        if (ahead.capacity() < Integer.BYTES + piece.length) {
            ByteBuffer large = ByteBuffer.allocate(Integer.BYTES + piece.length);
            write(large.putInt(piece.length).put(piece).flip());
        } else {
            ahead.putInt(piece.length).put(piece);
        }
        return place;
    }

    /** The piece at a place. */
    byte[] get(long place) throws IOException {
        if (place >= written) {
            flush();
        }
        ByteBuffer length = read(place, Integer.BYTES);
        return read(place + Integer.BYTES, length.getInt(0)).array();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void flush() throws IOException {
        write(ahead.flip());
        ahead.clear();
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            written += channel.write(bytes, written);
        }
    }

    private ByteBuffer read(long place, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, place + bytes.position()) < 0) {
                throw new EOFException("a temporary file is shorter than what was written");
            }
        }
        return bytes;
    }
}
