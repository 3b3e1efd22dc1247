package org.sise.bench.policy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows on their way into a PostgreSQL table in COPY's binary format. */
final class BinaryCopy implements AutoCloseable {

    private static final byte[] HEAD = "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int MOST_OF_A_ROW = 2048;
    /** PostgreSQL counts days from the first of January 2000. */
    private static final int POSTGRES_EPOCH = 10_957;

    private final CopyIn copy;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 18);

    BinaryCopy(Connection connection, String table) throws SQLException {
        copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " from stdin (format binary)");
        buffer.put(HEAD);
    }

    BinaryCopy row(int columns) throws SQLException {
        if (buffer.remaining() < MOST_OF_A_ROW) {
            flush();
        }
        buffer.putShort((short) columns);
        return this;
    }

    BinaryCopy add(int value) {
        buffer.putInt(4).putInt(value);
        return this;
    }

    BinaryCopy addShort(int value) {
        buffer.putInt(2).putShort((short) value);
        return this;
    }

    BinaryCopy addLong(long value) {
        buffer.putInt(8).putLong(value);
        return this;
    }

    BinaryCopy addText(String text) {
        return addBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes of a text or of a {@code bytea}. */
    BinaryCopy addBytes(byte[] bytes) {
        buffer.putInt(bytes.length).put(bytes);
        return this;
    }

    BinaryCopy addJson(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        buffer.putInt(bytes.length + 1).put((byte) 1).put(bytes);
        return this;
    }

    /** Thousandths as a {@code numeric}, in groups of four digits. */
    BinaryCopy addMilli(long milli) {
        long whole = Math.abs(milli) / 1000;
        int groups = 1;
        while (groups < 4 && whole >= Math.powExact(10_000L, groups)) {
            groups++;
        }
        buffer.putInt(8 + 2 * (groups + 1));
        buffer.putShort((short) (groups + 1)).putShort((short) (groups - 1));
        buffer.putShort((short) (milli < 0 ? 0x4000 : 0)).putShort((short) 3);
        for (int g = groups - 1; g >= 0; g--) {
            buffer.putShort((short) (whole / Math.powExact(10_000L, g) % 10_000));
        }
        buffer.putShort((short) (Math.abs(milli) % 1000 * 10));
        return this;
    }

    BinaryCopy addNull() {
        buffer.putInt(-1);
        return this;
    }

    BinaryCopy addDay(int epochDay) {
        return add(epochDay - POSTGRES_EPOCH);
    }

    private void flush() throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    @Override
    public void close() throws SQLException {
        buffer.putShort((short) -1);
        flush();
        copy.endCopy();
    }
}
