package org.sise.integrations.notice;

import java.sql.Date;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.ledger.outbox.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes departments' feedback: appends it, and writes an event {@value #GIVEN} into the outbox in the same transaction.
 * The same answer to the same notice is taken once.
 */
public final class FeedbackStore {

    /**
     * The outbox's topic for feedback; the payload has {@code notice} (the key), {@code subscriber}, {@code topic} of the
     * notice, {@code state}, and {@code text}, {@code date}, {@code reference} where they are given; {@code measure} where
     * the notice is about one.
     */
    public static final String GIVEN = "notice-feedback";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Outbox outbox;

    FeedbackStore(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.outbox = new Outbox(dataSource);
    }

    private record Answered(long id, String subscriber, String topic, String subject, String body) {}

    /**
     * Takes feedback.
     *
     * @param key the notice's idempotency key
     * @param subscriber whose notice it must be
     * @param way how it came
     * @param by who gave it: an account, or the subscriber
     * @return whether it is new; false when the same was given before
     * @throws UnknownNoticeException when the subscriber has no such notice
     */
    public boolean take(UUID key, String subscriber, Feedback feedback, FeedbackWay way, String by) {
        return switch (tryTake(key, subscriber, feedback, way, by)) {
            case NEW -> true;
            case SAME -> false;
            case UNKNOWN -> throw new UnknownNoticeException(key.toString());
        };
    }

    /** What became of feedback. */
    enum Taken {
        NEW,
        SAME,
        UNKNOWN
    }

    /** As {@link #take}, without spoiling the caller's transaction where the notice is not known. */
    Taken tryTake(UUID key, String subscriber, Feedback feedback, FeedbackWay way, String by) {
        return Objects.requireNonNull(transaction.execute(_ -> jdbc.sql("""
                        select id, subscriber, topic, subject, body from integrations.notice
                        where key = :key and subscriber = :subscriber for update""")
                .param("key", key)
                .param("subscriber", subscriber)
                .query((row, _) -> new Answered(
                        row.getLong("id"),
                        row.getString("subscriber"),
                        row.getString("topic"),
                        row.getString("subject"),
                        row.getString("body")))
                .optional()
                .map(notice -> append(notice, key, feedback, way, by) ? Taken.NEW : Taken.SAME)
                .orElse(Taken.UNKNOWN)));
    }

    private boolean append(Answered notice, UUID key, Feedback feedback, FeedbackWay way, String by) {
        int added = jdbc.sql("""
                        insert into integrations.notice_feedback
                            (notice, state, text, on_date, reference, way, given_by, digest)
                        values (:notice, :state, :text, cast(:date as date), :reference, :way, :by, :digest)
                        on conflict do nothing""")
                .param("notice", notice.id())
                .param("state", feedback.state().token())
                .param("text", feedback.text())
                .param("date", feedback.date() == null ? null : Date.valueOf(feedback.date()))
                .param("reference", feedback.reference())
                .param("way", way.token())
                .param("by", by)
                .param("digest", feedback.digest())
                .update();
        if (added == 0) {
            return false;
        }
        // feedback is proof of arrival, also where the notice's own answer was lost
        jdbc.sql("""
                        update integrations.notice set state = 'acknowledged', sent_at = coalesce(sent_at, now()),
                            answer = :state, reference = coalesce(:reference, reference), last_error = null
                        where id = :id""")
                .param("state", feedback.state().token())
                .param("reference", feedback.reference())
                .param("id", notice.id())
                .update();
        if (!notice.topic().equals(GIVEN)) {
            outbox.add(GIVEN, notice.subject(), payload(notice, key, feedback));
        }
        return true;
    }

    private static String payload(Answered notice, UUID key, Feedback feedback) {
        ObjectNode payload = JSON.createObjectNode();
        payload.put("notice", key.toString());
        payload.put("subscriber", notice.subscriber());
        payload.put("topic", notice.topic());
        payload.put("state", feedback.state().token());
        put(payload, "text", feedback.text());
        put(payload, "date", feedback.date() == null ? null : Objects.toString(feedback.date()));
        put(payload, "reference", feedback.reference());
        JsonNode measure = JSON.readTree(notice.body()).path("data").path("measure");
        if (measure.isNumber()) {
            payload.set("measure", measure);
        }
        return JSON.writeValueAsString(payload);
    }

    private static void put(ObjectNode payload, String field, @Nullable String value) {
        if (value != null) {
            payload.put(field, value);
        }
    }

    /** Keeps feedback that cannot be read, once for each place. */
    void fault(String subscriber, String origin, long place, String content, String message) {
        jdbc.sql("""
                        insert into integrations.notice_feedback_fault (subscriber, origin, place, content, message)
                        values (:subscriber, :origin, :place, :content, :message) on conflict do nothing""")
                .param("subscriber", subscriber)
                .param("origin", origin)
                .param("place", place)
                .param("content", content.replace("\0", "\uFFFD"))
                .param("message", message)
                .update();
    }
}
