package org.sise.integrations.health;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What came of a feed on a day of Asia/Shanghai. Counts are of what happened on that day: a row that was mended later
 * stays counted as quarantined.
 *
 * @param feed the feed
 * @param day the day
 * @param pulls pulls from its source
 * @param failedPulls those of them that failed
 * @param files files read to their end
 * @param refused files that were refused
 * @param rows rows read
 * @param fresh records of matters unknown before
 * @param same records that the ledger held already
 * @param corrected records that are new versions
 * @param withdrawn matters withdrawn
 * @param quarantined rows that were faulty
 * @param waiting rows that began to wait for a registration
 * @param lastFile when the last file was read to its end, or null
 * @param lastRow when the last rows came, or null
 */
public record FeedDay(
        String feed,
        LocalDate day,
        long pulls,
        long failedPulls,
        long files,
        long refused,
        long rows,
        long fresh,
        long same,
        long corrected,
        long withdrawn,
        long quarantined,
        long waiting,
        @Nullable Instant lastFile,
        @Nullable Instant lastRow) {

    /** A day on which nothing came. */
    public static FeedDay none(String feed, LocalDate day) {
        return new FeedDay(feed, day, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, null, null);
    }

    static FeedDay of(ResultSet row, int n) throws SQLException {
        return new FeedDay(
                row.getString("feed"),
                row.getObject("day", LocalDate.class),
                row.getLong("pulls"),
                row.getLong("failed_pulls"),
                row.getLong("files"),
                row.getLong("refused"),
                row.getLong("rows"),
                row.getLong("fresh"),
                row.getLong("same"),
                row.getLong("corrected"),
                row.getLong("withdrawn"),
                row.getLong("quarantined"),
                row.getLong("waiting"),
                instant(row, "last_file_at"),
                instant(row, "last_row_at"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
