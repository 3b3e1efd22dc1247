package org.sise.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** One state of the ledger, held for reading on two connections at once while others go on writing. */
public final class Snapshot implements AutoCloseable {

    private final Connection first;
    private final Connection second;
    private final String name;

    /** Holds the present state. */
    public Snapshot(DataSource dataSource) throws SQLException {
        first = begin(dataSource);
        try {
            second = begin(dataSource);
        } catch (SQLException e) {
            first.close();
            throw e;
        }
        try {
            name = text(first, "select pg_current_snapshot()");
            execute(second, "set transaction snapshot '" + text(first, "select pg_export_snapshot()") + "'");
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    /** A connection to read one stream. */
    public Connection first() {
        return first;
    }

    /** Another connection to read another stream at the same time. */
    public Connection second() {
        return second;
    }

    /** What is seen, as {@code pg_current_snapshot()} says it. */
    public String name() {
        return name;
    }

    private static Connection begin(DataSource dataSource) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void execute(Connection connection, String text) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    @Override
    public void close() throws SQLException {
        try (Connection one = first;
                Connection other = second) {
            one.rollback();
            other.rollback();
        }
    }
}
