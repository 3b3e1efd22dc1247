package org.sise.integrations.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event as one department is told of it.
 *
 * @param id its number in the list
 * @param subscriber whom it is for
 * @param number its number among its subscriber's, from 1 without gaps
 * @param key its idempotency key
 * @param topic what happened
 * @param subject to which business
 * @param happenedAt when
 * @param body what is sent, JSON
 * @param createdAt when it joined the queue
 * @param state where it stands
 * @param attempts how often it was tried to send it
 * @param lastError why the last attempt failed, or null
 * @param sentAt when it arrived, or null
 * @param reference the department's number for it, or null
 * @param answer what the department said last, or null
 */
public record Notice(
        long id,
        String subscriber,
        long number,
        UUID key,
        String topic,
        String subject,
        Instant happenedAt,
        String body,
        Instant createdAt,
        NoticeState state,
        int attempts,
        @Nullable String lastError,
        @Nullable Instant sentAt,
        @Nullable String reference,
        @Nullable FeedbackState answer) {

    static Notice of(ResultSet row, int n) throws SQLException {
        String answer = row.getString("answer");
        return new Notice(
                row.getLong("id"),
                row.getString("subscriber"),
                row.getLong("number"),
                row.getObject("key", UUID.class),
                row.getString("topic"),
                row.getString("subject"),
                row.getTimestamp("happened_at").toInstant(),
                row.getString("body"),
                row.getTimestamp("created_at").toInstant(),
                NoticeState.ofToken(row.getString("state")),
                row.getInt("attempts"),
                row.getString("last_error"),
                row.getTimestamp("sent_at") == null
                        ? null
                        : row.getTimestamp("sent_at").toInstant(),
                row.getString("reference"),
                answer == null ? null : FeedbackState.ofToken(answer));
    }
}
