package org.sise.ledger.grade;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sise.core.grade.Grade;
import org.sise.ledger.BinaryRows;

/** Where every business stands, in the order of the credit codes. What is read of one is valid until the next. */
public final class StandingStream implements AutoCloseable {

    /** A score that is no whole number of thousandths. */
    public static final long OTHER = Long.MIN_VALUE;

    private static final long EXACT = 1_000_000_000_000L;

    private final BinaryRows rows;

    /**
     * Begins to read.
     *
     * @param connection in a transaction, better one that keeps its snapshot
     * @param policyDigest the policy of which to say whether a standing rests on it; empty: every standing does
     */
    public StandingStream(Connection connection, String policyDigest) throws SQLException {
        String milli =
                "case when abs(s.score) < %d and scale(trim_scale(s.score)) <= 3 then (s.score * 1000)::bigint end"
                        .formatted(EXACT);
        String query = policyDigest.isEmpty()
                ? "select s.subject, s.colour, %s, true from ledger.standing s".formatted(milli)
                : "select s.subject, s.colour, %s, g.policy_digest = '%s' from ledger.standing s join ledger.grade g on g.id = s.grade_id"
                        .formatted(milli, policyDigest.replace("'", "''"));
        rows = new BinaryRows(connection, query + " order by s.subject", 4);
    }

    /** Whether there was another business. */
    public boolean next() throws SQLException {
        return rows.next();
    }

    /** The bytes of the credit code. */
    public byte[] subject() {
        return rows.bytes(0);
    }

    public Grade grade() {
        return Grade.values()[(int) rows.number(1)];
    }

    /** The score in thousandths, or {@link #OTHER}. */
    public long milli() {
        return rows.isNull(2) ? OTHER : rows.number(2);
    }

    /** Whether the grade was made by the policy asked for. */
    public boolean isOfPolicy() {
        return rows.bool(3);
    }

    /** The number of the newest grade of the ledger that a connection sees, 0 where there is none. */
    public static long newest(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select coalesce(max(id), 0) from ledger.grade")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Whether a grade after a number was made by another policy. */
    public static boolean hasOther(Connection connection, long after, String policyDigest) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select exists (select from ledger.grade where id > ? and policy_digest <> ?)")) {
            statement.setLong(1, after);
            statement.setString(2, policyDigest);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        rows.close();
    }
}
