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
    private static final int MOST_OF_A_ROW = 512;
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
