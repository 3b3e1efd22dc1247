package org.sise.integrations.landing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that was fetched from a remote source.
 *
 * @param id its number
 * @param feed the feed
 * @param file its name in the feed's folder
 * @param sha256 digest of its bytes, hexadecimal
 * @param size its size in bytes
 * @param rows rows written into it, or null where the file came as a whole
 * @param position where the source is read on, a JSON object
 * @param origin what the source calls it, or null where the position says all
 * @param anew whether the same bytes as before are a new word of the department, and land again
 * @param seen digests of the rows that the next pull leaves out, or null
 * @param fetchedAt when it was recorded
 * @param acknowledgedAt when the source was told, or null
 */
public record Fetch(
        long id,
        String feed,
        String file,
        String sha256,
        long size,
        @Nullable Long rows,
        String position,
        @Nullable String origin,
        boolean anew,
        byte @Nullable [] seen,
        Instant fetchedAt,
        @Nullable Instant acknowledgedAt) {

    static Fetch of(ResultSet row, int n) throws SQLException {
        long rows = row.getLong("rows");
        boolean whole = row.wasNull();
        var acknowledged = row.getTimestamp("acknowledged_at");
        return new Fetch(
                row.getLong("id"),
                row.getString("feed"),
                row.getString("file"),
                row.getString("sha256"),
                row.getLong("size"),
                whole ? null : rows,
                row.getString("position"),
                row.getString("origin"),
                row.getBoolean("anew"),
                row.getBytes("seen"),
                row.getTimestamp("fetched_at").toInstant(),
                acknowledged == null ? null : acknowledged.toInstant());
    }
}
