package org.sise.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * The rows of a query, read one after the other by {@code COPY ... TO STDOUT} in PostgreSQL's binary format. Columns are
 * counted from 0; a column is only what {@link #next} has just read.
 */
public final class BinaryRows implements AutoCloseable {

    /** The signature, flags and an empty extension area. */
    private static final int HEAD = 19;
    /** PostgreSQL counts days from the first of January 2000. */
    private static final int POSTGRES_EPOCH = 10_957;

    private final CopyOut copy;
    private final int[] at;
    private final int[] length;
    private byte[] row = new byte[0];
    private boolean begun;

    /**
     * Begins to read.
     *
     * @param query a query with so many columns
     */
    public BinaryRows(Connection connection, String query, int columns) throws SQLException {
        this.copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (" + query + ") to stdout (format binary)");
        this.at = new int[columns];
        this.length = new int[columns];
    }

    /** Whether there was another row. */
    public boolean next() throws SQLException {
        int from = 0;
        byte[] read = copy.readFromCopy();
        if (!begun && read != null) {
            begun = true;
            from = HEAD;
            if (read.length == HEAD) {
                from = 0;
                read = copy.readFromCopy();
            }
        }
        if (read == null) {
            return false;
        }
        int columns = read[from] << 8 | read[from + 1] & 255;
        if (columns < 0) {
            return next();
        }
        if (columns != at.length) {
            throw new SQLException("%d columns instead of %d".formatted(columns, at.length));
        }
        row = read;
        from += 2;
        for (int c = 0; c < columns; c++) {
            length[c] = int32(from);
            at[c] = from + 4;
            from += 4 + Math.max(0, length[c]);
        }
        return true;
    }

    public boolean isNull(int column) {
        return length[column] < 0;
    }

    /** A {@code smallint}, {@code integer} or {@code bigint}. */
    public long number(int column) {
        return switch (length[column]) {
            case 2 -> (short) (row[at[column]] << 8 | row[at[column] + 1] & 255);
            case 4 -> int32(at[column]);
            case 8 -> (long) int32(at[column]) << 32 | int32(at[column] + 4) & 0xFFFF_FFFFL;
            default -> throw new IllegalStateException("column %d is no whole number".formatted(column));
        };
    }

    /** A {@code date} as an epoch day. */
    public int day(int column) {
        return int32(at[column]) + POSTGRES_EPOCH;
    }

    public boolean bool(int column) {
        return row[at[column]] != 0;
    }

    /** A {@code text}, or null. */
    public @Nullable String text(int column) {
        return isNull(column) ? null : new String(row, at[column], length[column], StandardCharsets.UTF_8);
    }

    /** The bytes of a {@code text}. */
    public byte[] bytes(int column) {
        byte[] bytes = new byte[length[column]];
        System.arraycopy(row, at[column], bytes, 0, bytes.length);
        return bytes;
    }

    /** Whether the bytes of a {@code text} are these. */
    public boolean hasBytes(int column, byte[] bytes) {
        return Arrays.equals(row, at[column], at[column] + length[column], bytes, 0, bytes.length);
    }

    private int int32(int from) {
        return row[from] << 24 | (row[from + 1] & 255) << 16 | (row[from + 2] & 255) << 8 | row[from + 3] & 255;
    }

    /** Stops reading. Where rows are left the query is cancelled, and with it the transaction. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
