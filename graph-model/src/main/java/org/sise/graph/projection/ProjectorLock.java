package org.sise.graph.projection;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The right to project a ledger: an advisory lock of the ledger's database, held by one connection and gone with it.
 * Whoever comes second waits.
 */
final class ProjectorLock implements AutoCloseable {

    private static final long NUMBER = 0x53495345_47524146L;

    private final Connection connection;
    private final JdbcClient jdbc;

    private ProjectorLock(Connection connection) {
        this.connection = connection;
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    static ProjectorLock take(DataSource ledger) {
        Connection connection = connect(ledger);
        ProjectorLock lock = new ProjectorLock(connection);
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
                .param("number", NUMBER)
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
