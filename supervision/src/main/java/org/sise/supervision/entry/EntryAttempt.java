package org.sise.supervision.entry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scan at a door as it was kept.
 *
 * @param id its number
 * @param at when, by the server's clock
 * @param deviceAt what the phone's clock said, or null where it did not tell
 * @param way in which way
 * @param business the business's credit code, or null where the scanned text told none
 * @param visit the visit, or null where there was none
 * @param certificate the officer's certificate, or null where the business scanned
 * @param failures the conditions that failed; none for an admitted one
 * @param reason the stated reason of an emergency, else empty
 */
public record EntryAttempt(
        long id,
        Instant at,
        @Nullable Instant deviceAt,
        Way way,
        @Nullable String business,
        @Nullable Long visit,
        @Nullable String certificate,
        List<Condition> failures,
        String reason) {

    /** Copies its list. */
    public EntryAttempt {
        failures = List.copyOf(failures);
    }

    /** Whether the officers might come in, or had left in order. */
    public boolean isAdmitted() {
        return failures.isEmpty();
    }

    static EntryAttempt of(ResultSet row, int n) throws SQLException {
        long visit = row.getLong("visit");
        Timestamp device = row.getTimestamp("device_at");
        return new EntryAttempt(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                device == null ? null : device.toInstant(),
                Way.valueOf(row.getString("way")),
                row.getString("business"),
                visit == 0 ? null : visit,
                row.getString("certificate"),
                Arrays.stream((String[]) row.getArray("failures").getArray())
                        .map(Condition::valueOf)
                        .toList(),
                row.getString("reason"));
    }
}
