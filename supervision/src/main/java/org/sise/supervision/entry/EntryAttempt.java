package org.sise.supervision.entry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scan at a door as it was kept.
 *
 * @param id its number
 * @param at when
 * @param way in which way: {@code OFFICER}, {@code BUSINESS}, {@code OUT}, {@code EMERGENCY}
 * @param visit the visit, or null where there was none
 * @param certificate the officer's certificate, or null where the business scanned
 * @param failures the conditions that failed; none for an admitted one
 * @param reason the stated reason of an emergency, else empty
 */
public record EntryAttempt(
        long id,
        Instant at,
        String way,
        @Nullable Long visit,
        @Nullable String certificate,
        List<Condition> failures,
        String reason) {

    /** Copies its list. */
    public EntryAttempt {
        failures = List.copyOf(failures);
    }

    static EntryAttempt of(ResultSet row, int n) throws SQLException {
        long visit = row.getLong("visit");
        return new EntryAttempt(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                row.getString("way"),
                visit == 0 ? null : visit,
                row.getString("certificate"),
                Arrays.stream((String[]) row.getArray("failures").getArray())
                        .map(Condition::valueOf)
                        .toList(),
                row.getString("reason"));
    }
}
