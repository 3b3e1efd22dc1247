package org.sise.integrations.landing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file as it was received.
 *
 * @param id its number, which records carry as their batch
 * @param feed the feed
 * @param file the file's name
 * @param sha256 digest of its bytes, hexadecimal
 * @param size its size in bytes
 * @param receivedAt when it was first seen
 * @param state where it stands
 * @param sameAs the delivery that brought the same content before, or null
 * @param nextRow the row, from 0, at which reading goes on
 * @param rowsRead rows read so far
 * @param fresh records of matters unknown before
 * @param same records that the ledger held already
 * @param corrected records that are new versions
 * @param quarantined rows in the quarantine, to be mended
 * @param waiting rows that wait for a registration
 * @param repeated faulty or waiting rows that stand in the quarantine already, from an earlier delivery
 * @param rowCount rows of the file, counted before anything landed, or null where nobody counted
 * @param faulty rows that were refused when they came, whether mended since or not
 * @param withdrawn matters that were withdrawn since this full copy lacks them
 * @param reason why the file was refused or is held, as a word, or null
 * @param message why the file was refused or is held, or a remark, or null
 * @param keptAs where the file went below its feed's folder, or null while it is there
 * @param finishedAt when it was done or refused, or null
 */
public record Delivery(
        long id,
        String feed,
        String file,
        String sha256,
        long size,
        Instant receivedAt,
        State state,
        @Nullable Long sameAs,
        long nextRow,
        long rowsRead,
        long fresh,
        long same,
        long corrected,
        long quarantined,
        long waiting,
        long repeated,
        @Nullable Long rowCount,
        long faulty,
        long withdrawn,
        @Nullable String reason,
        @Nullable String message,
        @Nullable String keptAs,
        @Nullable Instant finishedAt) {

    /** Where a delivery stands. */
    public enum State {
        /** Being read, or to be read on. */
        RECEIVING,
        /** Stopped for a person to look; the file is where it was, later files of the feed wait. */
        HELD,
        /** Read to its end. */
        DONE,
        /** Not usable as a file, or not wanted; rows that came before that have landed. */
        REFUSED
    }

    static Delivery of(ResultSet row, int n) throws SQLException {
        long sameAs = row.getLong("same_as");
        boolean first = row.wasNull();
        long rowCount = row.getLong("row_count");
        boolean uncounted = row.wasNull();
        var finished = row.getTimestamp("finished_at");
        return new Delivery(
                row.getLong("id"),
                row.getString("feed"),
                row.getString("file"),
                row.getString("sha256"),
                row.getLong("size"),
                row.getTimestamp("received_at").toInstant(),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                first ? null : sameAs,
                row.getLong("next_row"),
                row.getLong("rows_read"),
                row.getLong("fresh"),
                row.getLong("same"),
                row.getLong("corrected"),
                row.getLong("quarantined"),
                row.getLong("waiting"),
                row.getLong("repeated"),
                uncounted ? null : rowCount,
                row.getLong("faulty"),
                row.getLong("withdrawn"),
                row.getString("reason"),
                row.getString("message"),
                row.getString("kept_as"),
                finished == null ? null : finished.toInstant());
    }
}
