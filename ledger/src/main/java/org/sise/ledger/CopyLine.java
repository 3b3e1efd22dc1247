package org.sise.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/** One line of PostgreSQL's COPY text format. */
public final class CopyLine {

    private static final int FLUSH_AT = 1 << 16;

    private final StringBuilder text = new StringBuilder(FLUSH_AT + 4096);
    private boolean lineStarted;

    private CopyLine() {}

    /**
     * Copies rows into a table on the caller's transaction.
     *
     * @param target the table with its columns, such as {@code t (a, b)}
     * @param fill writes the columns of one row, in order
     * @throws DataAccessException when the database refuses a row or is gone
     */
    public static <T> void copy(DataSource dataSource, String target, List<T> rows, BiConsumer<T, CopyLine> fill) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + target + " from stdin");
            try {
                CopyLine line = new CopyLine();
                for (T row : rows) {
                    fill.accept(row, line);
                    line.end();
                    if (line.text.length() >= FLUSH_AT) {
                        line.flushTo(copy);
                    }
                }
                line.flushTo(copy);
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException e) {
            throw told("copy " + target, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /** What the database says of a COPY, as Spring's exceptions tell it. */
    static DataAccessException told(String statement, SQLException e) {
        DataAccessException told = new SQLExceptionSubclassTranslator().translate("COPY", statement, e);
        return told == null ? new UncategorizedSQLException("COPY", statement, e) : told;
    }

    /** Adds a column; null is the database's null. A NUL character, which PostgreSQL cannot hold, becomes U+2400. */
    public CopyLine add(@Nullable Object value) {
        if (lineStarted) {
            text.append('\t');
        }
        lineStarted = true;
        if (value == null) {
            text.append("\\N");
            return this;
        }
        String string = value.toString();
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\0' -> text.append('\u2400');
                default -> text.append(c);
            }
        }
        return this;
    }

    private void end() {
        text.append('\n');
        lineStarted = false;
    }

    private void flushTo(CopyIn copy) throws SQLException {
        if (!text.isEmpty()) {
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(bytes, 0, bytes.length);
            text.setLength(0);
        }
    }
}
