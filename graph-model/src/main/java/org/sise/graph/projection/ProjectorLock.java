package org.sise.graph.projection;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The right to project a ledger, or to work out who controls whom in it: an advisory lock of the ledger's database, held by
 * one connection and gone with it. Whoever comes second waits.
 */
final class ProjectorLock implements AutoCloseable {

    private static final long PROJECTION = 0x53495345_47524146L;
    private static final long CONTROL = 0x53495345_43544C53L;

    private final Connection connection;
    private final long number;
    private final JdbcClient jdbc;

    private ProjectorLock(Connection connection, long number) {
        this.connection = connection;
        this.number = number;
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    /** For whoever brings records into the graph. */
    static ProjectorLock take(DataSource ledger) {
        return take(ledger, PROJECTION);
    }

    /** For whoever replaces {@code CONTROLS}; records may be brought in meanwhile. */
    static ProjectorLock takeForControl(DataSource ledger) {
        return take(ledger, CONTROL);
    }

    private static ProjectorLock take(DataSource ledger, long number) {
        Connection connection = connect(ledger);
        ProjectorLock lock = new ProjectorLock(connection, number);
        boolean held = false;
        try {
            lock.call("pg_advisory_lock");
            held = true;
            return lock;
        } finally {
            if (!held) {
                lock.disconnect();
            }
        }
    }

    @Override
    public void close() {
        try {
            call("pg_advisory_unlock");
        } finally {
            disconnect();
        }
    }

    private void call(String function) {
        jdbc.sql("select " + function + "(:number)")
                .param("number", number)
                .query((_, _) -> true)
                .single();
    }

    private static Connection connect(DataSource ledger) {
        try {
            return ledger.getConnection();
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("The ledger does not answer", e);
        }
    }

    private void disconnect() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("The ledger's connection cannot be closed", e);
        }
    }
}
