package org.sise.ledger;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Rows on their way into a table by PostgreSQL's COPY in its binary format. Each column is written in the form of its
 * type; null is the database's null.
 */
public final class BinaryCopy {

    private static final byte[] HEAD = "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int FLUSH_AT = 1 << 16;
    /** PostgreSQL counts days from the first of January 2000. */
    private static final int POSTGRES_EPOCH = 10_957;

    private static final char NUL_SHOWN = '\u2400';
    private static final byte JSONB_VERSION = 1;
    private static final int NEGATIVE = 0x4000;
    private static final int GROUP = 10_000;

    private byte[] bytes = new byte[FLUSH_AT + (1 << 13)];
    private int length;

    private BinaryCopy() {}

    /**
     * Copies rows into a table on the caller's transaction.
     *
     * @param target the table with its columns, such as {@code t (a, b)}
     * @param columns how many columns that are
     * @param fill writes the columns of one row, in order
     * @throws DataAccessException when the database refuses a row or is gone
     */
    public static <T> void copy(
            DataSource dataSource, String target, int columns, List<T> rows, BiConsumer<T, BinaryCopy> fill) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        String statement = "copy " + target + " from stdin";
        try {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement + " (format binary)");
            try {
                BinaryCopy line = new BinaryCopy();
                line.put(HEAD);
                for (T row : rows) {
                    line.int16(columns);
                    fill.accept(row, line);
                    if (line.length >= FLUSH_AT) {
                        line.flushTo(copy);
                    }
                }
                line.int16(-1);
                line.flushTo(copy);
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException e) {
            throw CopyLine.told(statement, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /** A {@code smallint}. */
    public BinaryCopy addShort(int value) {
        int32(2);
        int16(value);
        return this;
    }

    /** An {@code integer}. */
    public BinaryCopy addInt(int value) {
        int32(4);
        int32(value);
        return this;
    }

    /** A {@code bigint}. */
    public BinaryCopy addLong(long value) {
        int32(8);
        int32((int) (value >> 32));
        int32((int) value);
        return this;
    }

    /** A {@code date}. */
    public BinaryCopy addDay(@Nullable LocalDate day) {
        return day == null ? addNull() : addInt(Math.toIntExact(day.toEpochDay()) - POSTGRES_EPOCH);
    }

    /** A {@code bytea}. */
    public BinaryCopy addBytes(byte[] value) {
        int32(value.length);
        put(value);
        return this;
    }

    /** A {@code text}. A NUL character, which PostgreSQL cannot hold, becomes U+2400. */
    public BinaryCopy addText(@Nullable String text) {
        if (text == null) {
            return addNull();
        }
        int at = length;
        int32(0);
        utf8(text);
        int32At(at, length - at - 4);
        return this;
    }

    /** A {@code jsonb}. */
    public BinaryCopy addJson(String text) {
        int at = length;
        int32(0);
        room(1);
        bytes[length++] = JSONB_VERSION;
        utf8(text);
        int32At(at, length - at - 4);
        return this;
    }

    /**
     * A {@code numeric} of two decimal places.
     *
     * @throws ArithmeticException when the number is finer or has more than 18 digits
     */
    public BinaryCopy addHundredths(@Nullable BigDecimal value) {
        if (value == null) {
            return addNull();
        }
        long hundredths = value.setScale(2).unscaledValue().longValueExact();
        long whole = Math.abs(hundredths / 100);
        int part = (int) Math.abs(hundredths % 100) * 100;
        int groups = 0;
        for (long rest = whole; rest > 0; rest /= GROUP) {
            groups++;
        }
        int digits = groups + (part > 0 ? 1 : 0);
        int32(8 + 2 * digits);
        int16(digits);
        int16(groups - 1);
        int16(hundredths < 0 ? NEGATIVE : 0);
        int16(2);
        long unit = 1;
        for (int g = 1; g < groups; g++) {
            unit *= GROUP;
        }
        for (int g = 0; g < groups; g++) {
            int16((int) (whole / unit % GROUP));
            unit /= GROUP;
        }
        if (part > 0) {
            int16(part);
        }
        return this;
    }

    private BinaryCopy addNull() {
        int32(-1);
        return this;
    }

    /** Characters as {@link String#getBytes} encodes them; a lone surrogate becomes a question mark. */
    private void utf8(String text) {
        int chars = text.length();
        room(3 * chars);
        byte[] into = bytes;
        int at = length;
        for (int i = 0; i < chars; i++) {
            char c = text.charAt(i);
            if (c == 0) {
                c = NUL_SHOWN;
            }
            if (c < 0x80) {
                into[at++] = (byte) c;
            } else if (c < 0x800) {
                into[at++] = (byte) (0xC0 | c >> 6);
                into[at++] = (byte) (0x80 | c & 0x3F);
            } else if (!Character.isSurrogate(c)) {
                into[at++] = (byte) (0xE0 | c >> 12);
                into[at++] = (byte) (0x80 | c >> 6 & 0x3F);
                into[at++] = (byte) (0x80 | c & 0x3F);
            } else if (Character.isHighSurrogate(c) && i + 1 < chars && Character.isLowSurrogate(text.charAt(i + 1))) {
                int point = Character.toCodePoint(c, text.charAt(++i));
                into[at++] = (byte) (0xF0 | point >> 18);
                into[at++] = (byte) (0x80 | point >> 12 & 0x3F);
                into[at++] = (byte) (0x80 | point >> 6 & 0x3F);
                into[at++] = (byte) (0x80 | point & 0x3F);
            } else {
                into[at++] = '?';
            }
        }
        length = at;
    }

    private void put(byte[] value) {
        room(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
    }

    private void int16(int value) {
        room(2);
        bytes[length++] = (byte) (value >> 8);
        bytes[length++] = (byte) value;
    }

    private void int32(int value) {
        room(4);
        int32At(length, value);
        length += 4;
    }

    private void int32At(int at, int value) {
        bytes[at] = (byte) (value >> 24);
        bytes[at + 1] = (byte) (value >> 16);
        bytes[at + 2] = (byte) (value >> 8);
        bytes[at + 3] = (byte) value;
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    private void flushTo(CopyIn copy) throws SQLException {
        copy.writeToCopy(bytes, 0, length);
        length = 0;
    }
}
