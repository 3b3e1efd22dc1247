package org.sise.integrations.landing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that was stopped for a person to look.
 *
 * @param id its number
 * @param delivery the delivery
 * @param feed its feed
 * @param finding what is unusual
 * @param heldAt since when
 * @param decision what was decided, or null while it is open
 * @param decidedBy the account that decided, or null
 * @param decidedAt when, or null
 */
public record Hold(
        long id,
        long delivery,
        String feed,
        Finding finding,
        Instant heldAt,
        @Nullable Decision decision,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {

    /** What was decided about a held delivery. */
    public enum Decision {
        /** It is taken as it is. */
        ACCEPTED,
        /** It is not taken. */
        REFUSED,
        /** A file of the same name took its place. */
        REPLACED
    }

    static Hold of(ResultSet row, int n) throws SQLException {
        String decision = row.getString("decision");
        Timestamp decidedAt = row.getTimestamp("decided_at");
        return new Hold(
                row.getLong("id"),
                row.getLong("delivery"),
                row.getString("feed"),
                new Finding(
                        HoldReason.ofToken(row.getString("reason")),
                        row.getDouble("measured"),
                        number(row, "usual"),
                        number(row, "least"),
                        number(row, "most"),
                        row.getString("message")),
                row.getTimestamp("held_at").toInstant(),
                decision == null ? null : Decision.valueOf(decision.toUpperCase(Locale.ROOT)),
                row.getString("decided_by"),
                decidedAt == null ? null : decidedAt.toInstant());
    }

    private static @Nullable Double number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }
}
