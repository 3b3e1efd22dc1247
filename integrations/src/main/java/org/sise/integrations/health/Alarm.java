package org.sise.integrations.health;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A feed that a person should look after.
 *
 * @param id its number
 * @param feed the feed
 * @param kind how it stands: one of the alarming states
 * @param message what is wrong and what to do, in Chinese and English
 * @param openedAt since when
 * @param closedAt until when, or null while it lasts
 */
public record Alarm(
        long id,
        String feed,
        FeedState kind,
        String message,
        Instant openedAt,
        @Nullable Instant closedAt) {

    static Alarm of(ResultSet row, int n) throws SQLException {
        return new Alarm(
                row.getLong("id"),
                row.getString("feed"),
                FeedState.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("message"),
                row.getTimestamp("opened_at").toInstant(),
                FeedDay.instant(row, "closed_at"));
    }
}
