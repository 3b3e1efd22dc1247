package org.sise.integrations.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice that is to be sent.
 *
 * @param id its number in the database
 * @param number its number among its subscriber's
 * @param key its idempotency key
 * @param topic its topic
 * @param subject the business it is about
 * @param body its body
 * @param refusals how often it was refused
 * @param file the file that it belongs to, or null
 */
record Outgoing(
        long id,
        long number,
        UUID key,
        String topic,
        String subject,
        String body,
        int refusals,
        @Nullable String file) {

    static Outgoing of(ResultSet row, int n) throws SQLException {
        return new Outgoing(
                row.getLong("id"),
                row.getLong("number"),
                row.getObject("key", UUID.class),
                row.getString("topic"),
                row.getString("subject"),
                row.getString("body"),
                row.getInt("refusals"),
                row.getString("file"));
    }
}
