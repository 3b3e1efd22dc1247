package org.sise.ledger.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.sise.core.record.RecordKind;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The latest versions among the records that settled up to a position, in streams sorted by code point. Holds one
 * connection with one snapshot until it is closed; one stream at a time, which the caller closes.
 */
public final class SettledMatters implements AutoCloseable {

    private static final int FETCH = 5_000;
    private static final String LATEST = """
            select distinct on (%1$s) id, xact, kind, subject, record_key, version, event_date, document, department, state,
                severity, amount, published_from, published_until, fields, known_at, feed, batch, line
            from ledger.record
            where kind = :kind and (xact, id) <= (cast(:xact as xid8), :id)
            order by %1$s, %2$s desc""";
    private static final String BY_SUBJECT = LATEST.formatted("subject", "id");
    private static final String BY_MATTER = LATEST.formatted("record_key", "version");
    private static final String BY_SUFFIXED_MATTER =
            "select * from (" + BY_MATTER + ") latest order by record_key || :suffix";

    private final Connection connection;
    private final JdbcClient jdbc;
    private final Position upTo;
    private final RecordRows rows = new RecordRows();

    /**
     * Begins a snapshot.
     *
     * @param upTo what settled later is left out
     */
    public SettledMatters(DataSource ledger, Position upTo) {
        this.upTo = upTo;
        this.connection = connect(ledger);
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    /**
     * The latest version of each matter of a kind, sorted by its key followed by a suffix.
     *
     * @param suffix a text that follows each key in the order that the caller has, often empty
     */
    public Stream<StoredRecord> ofMatters(RecordKind kind, String suffix) {
        return suffix.isEmpty()
                ? stream(statement(BY_MATTER, kind))
                : stream(statement(BY_SUFFIXED_MATTER, kind).param("suffix", suffix));
    }

    /** Of each business the latest record of a kind, of whatever matter, sorted by credit code. */
    public Stream<StoredRecord> ofSubjects(RecordKind kind) {
        return stream(statement(BY_SUBJECT, kind));
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
            connection.setReadOnly(false);
            connection.setAutoCommit(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("The ledger's connection cannot be closed", e);
        }
    }

    private JdbcClient.StatementSpec statement(String sql, RecordKind kind) {
        return jdbc.sql(sql)
                .withFetchSize(FETCH)
                .param("kind", kind.number())
                .param("xact", Long.toString(upTo.xact()))
                .param("id", upTo.id());
    }

    private Stream<StoredRecord> stream(JdbcClient.StatementSpec statement) {
        return statement.query(rows).stream();
    }

    private static Connection connect(DataSource ledger) {
        try {
            Connection connection = ledger.getConnection();
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            return connection;
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("The ledger does not answer", e);
        }
    }
}
