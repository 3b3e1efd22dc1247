package org.sise.integrations.landing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A row that did not land.
 *
 * @param id its number
 * @param delivery the delivery that brought it
 * @param feed the feed
 * @param file the file's name
 * @param index its number among the file's rows, from 0; -1 for the file as a whole
 * @param line its line or row number in the file; 0 for the file as a whole
 * @param field the record's field at fault, or null
 * @param column the file's column at fault, or null
 * @param reason a word to filter by
 * @param message what is wrong with it, each fault on a line of its own
 * @param original the row as received, JSON, personal numbers replaced; null for the file as a whole
 * @param raw its bytes, when some of them are no characters, or null
 * @param corrected the row as it was mended and replayed, JSON, or null
 * @param state where it stands
 * @param waitsFor the credit code whose registration it waits for, or null
 * @param createdAt when it came
 * @param changedAt when its state last changed, or null
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record QuarantinedRow(
        long id,
        long delivery,
        String feed,
        String file,
        long index,
        int line,
        @Nullable String field,
        @Nullable String column,
        String reason,
        String message,
        @Nullable String original,
        byte @Nullable [] raw,
        @Nullable String corrected,
        State state,
        @Nullable String waitsFor,
        Instant createdAt,
        @Nullable Instant changedAt) {

    /** Where a quarantined row stands. */
    public enum State {
        /** To be mended. */
        OPEN,
        /** Lands by itself when its business is registered. */
        WAITING,
        /** Has landed. */
        REPLAYED,
        /** Will not land. */
        DISCARDED;

        /** The word in the database and in addresses. */
        public String token() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static QuarantinedRow of(ResultSet row, int n) throws SQLException {
        var changed = row.getTimestamp("changed_at");
        return new QuarantinedRow(
                row.getLong("id"),
                row.getLong("delivery"),
                row.getString("feed"),
                row.getString("file"),
                row.getLong("row_index"),
                row.getInt("line"),
                row.getString("field"),
                row.getString("col"),
                row.getString("reason"),
                row.getString("message"),
                row.getString("original"),
                row.getBytes("raw"),
                row.getString("corrected"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("waits_for"),
                row.getTimestamp("created_at").toInstant(),
                changed == null ? null : changed.toInstant());
    }
}
