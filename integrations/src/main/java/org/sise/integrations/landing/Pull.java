package org.sise.integrations.landing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One look at a feed's remote source, and how it ended.
 *
 * @param feed the feed
 * @param startedAt when it began
 * @param endedAt when it ended
 * @param state how it ended
 * @param files files that it brought, also where it failed later
 * @param rows rows that were written into them; none are counted in files that came as a whole
 * @param bytes their size together
 * @param reason why it failed, as a word, or null
 * @param message why it failed, or a remark, in Chinese and English, or null
 */
public record Pull(
        String feed,
        Instant startedAt,
        Instant endedAt,
        State state,
        long files,
        long rows,
        long bytes,
        @Nullable String reason,
        @Nullable String message) {

    /** How a pull ended. */
    public enum State {
        /** It brought something. */
        OK,
        /** There was nothing new. */
        EMPTY,
        /** It broke off; it is tried again at the feed's next time. */
        FAILED;

        /** The word in the database. */
        public String token() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Pull of(ResultSet row, int n) throws SQLException {
        return new Pull(
                row.getString("feed"),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("ended_at").toInstant(),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getLong("files"),
                row.getLong("rows"),
                row.getLong("bytes"),
                row.getString("reason"),
                row.getString("message"));
    }
}
