package org.sise.integrations.landing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.mapping.Originals;

/**
 * A job over quarantined rows.
 *
 * @param id its number
 * @param action what it does
 * @param query which rows it takes; of an import, none of this
 * @param rule its rule in words, or null where it has none
 * @param reason why, as far as somebody said
 * @param actor who asked for it
 * @param createdAt when it was asked for
 * @param state where it stands
 * @param startedAt when its first rows were done, or null
 * @param finishedAt when it ended, or null
 * @param endedBy who cancelled it, or null
 * @param total how many rows it took when it was asked for
 * @param until the highest number of its rows
 * @param last the number of the last row that was done
 * @param counts what became of the rows so far
 * @param failure why it failed, or null
 * @param summary of an import: what was in the file beside changed rows, as words
 */
public record MendingJob(
        long id,
        Action action,
        QuarantineQuery query,
        @Nullable Map<String, String> rule,
        @Nullable String reason,
        String actor,
        Instant createdAt,
        State state,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String endedBy,
        long total,
        long until,
        long last,
        Counts counts,
        @Nullable String failure,
        Map<String, String> summary) {

    /** What a job does with its rows. */
    public enum Action {
        /** Maps them once more as they are. */
        REPLAY,
        /** Mends them by a rule and maps those once more that it changes. */
        MEND,
        /** Sets them aside for good. */
        DISCARD,
        /** Maps them once more as a department sent them back. */
        IMPORT;

        /** The word in the database and in addresses. */
        public String token() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where a job stands. */
    public enum State {
        /** Waits for its turn, or is being done. */
        OPEN,
        /** Every row is done. */
        FINISHED,
        /** Somebody stopped it; what was done stays. */
        CANCELLED,
        /** It could not go on; what was done stays. */
        FAILED;

        /** The word in the database and in addresses. */
        public String token() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What became of rows.
     *
     * @param seen how many were looked at
     * @param landed how many landed
     * @param waiting how many are good and wait for a registration
     * @param refused how many are still at fault
     * @param discarded how many were set aside
     * @param unchanged how many the rule leaves as they are; they were not tried
     * @param settled how many somebody else had landed or discarded before
     */
    public record Counts(
            long seen, long landed, long waiting, long refused, long discarded, long unchanged, long settled) {}

    static MendingJob of(ResultSet row, int n) throws SQLException {
        String rule = row.getString("rule");
        String summary = row.getString("summary");
        return new MendingJob(
                row.getLong("id"),
                Action.valueOf(row.getString("action").toUpperCase(Locale.ROOT)),
                QuarantineQuery.read(Originals.read(row.getString("filter"))),
                rule == null ? null : Originals.read(rule),
                row.getString("reason"),
                row.getString("actor"),
                row.getTimestamp("created_at").toInstant(),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                instant(row.getTimestamp("started_at")),
                instant(row.getTimestamp("finished_at")),
                row.getString("ended_by"),
                row.getLong("total"),
                row.getLong("until_id"),
                row.getLong("last_id"),
                new Counts(
                        row.getLong("seen"),
                        row.getLong("landed"),
                        row.getLong("waiting"),
                        row.getLong("refused"),
                        row.getLong("discarded"),
                        row.getLong("unchanged"),
                        row.getLong("settled")),
                row.getString("failure"),
                summary == null ? Map.of() : Originals.read(summary));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
