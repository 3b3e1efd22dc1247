package org.sise.integrations.notice;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.NoticeRetry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The queues of pending notices, and what is recorded of each attempt. */
final class NoticeQueue {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final FeedbackStore feedback;
    private final Clock clock;

    NoticeQueue(DataSource dataSource, FeedbackStore feedback, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.feedback = feedback;
        this.clock = clock;
    }

    /** Whether a subscriber's next attempt is not to be made yet. */
    boolean isWaiting(String subscriber) {
        Instant next = jdbc.sql("select next_attempt from integrations.subscriber where subscriber = :subscriber")
                .param("subscriber", subscriber)
                .query((row, _) -> row.getTimestamp(1) == null
                        ? Instant.MIN
                        : row.getTimestamp(1).toInstant())
                .single();
        return clock.instant().isBefore(next);
    }

    /** A subscriber's first pending notices. */
    List<Outgoing> pending(String subscriber, int limit) {
        return jdbc.sql("""
                        select * from integrations.notice where subscriber = :subscriber and state = 'pending'
                        order by number limit :limit""")
                .param("subscriber", subscriber)
                .param("limit", limit)
                .query(Outgoing::of)
                .list();
    }

    /**
     * The notices of a subscriber's next file: those of a file that was begun, or else the first pending ones, which
     * belong to a file of their own from now on. None as long as they are few and young.
     */
    List<Outgoing> file(String subscriber, String ending, int atMost, Duration every) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            List<Outgoing> begun = jdbc.sql("""
                            select * from integrations.notice
                            where subscriber = :subscriber and state = 'pending' and file = (
                                select file from integrations.notice
                                where subscriber = :subscriber and state = 'pending' and file is not null
                                order by number limit 1)
                            order by number""")
                    .param("subscriber", subscriber)
                    .query(Outgoing::of)
                    .list();
            return begun.isEmpty() ? begin(subscriber, ending, atMost, every) : begun;
        }));
    }

    private List<Outgoing> begin(String subscriber, String ending, int atMost, Duration every) {
        List<Outgoing> next = pending(subscriber, atMost);
        if (next.isEmpty() || (next.size() < atMost && isYoung(next.getFirst(), every))) {
            return List.of();
        }
        String file = "%s-%012d-%012d.%s"
                .formatted(subscriber, next.getFirst().number(), next.getLast().number(), ending);
        jdbc.sql("update integrations.notice set file = :file where id = any(:ids) and state = 'pending'")
                .param("file", file)
                .param("ids", ids(next))
                .update();
        return next.stream()
                .map(n ->
                        new Outgoing(n.id(), n.number(), n.key(), n.topic(), n.subject(), n.body(), n.refusals(), file))
                .toList();
    }

    private boolean isYoung(Outgoing notice, Duration every) {
        return jdbc.sql("select created_at > :limit from integrations.notice where id = :id")
                .param("limit", Timestamp.from(clock.instant().minus(every)))
                .param("id", notice.id())
                .query(Boolean.class)
                .single();
    }

    /** Records that notices arrived without being confirmed. */
    void arrived(String subscriber, List<Outgoing> notices, @Nullable Integer status) {
        jdbc.sql("""
                        with arrived as (
                            update integrations.notice
                            set state = case when answer is null then 'sent' else 'acknowledged' end, sent_at = now(),
                                attempts = attempts + 1, last_error = null
                            where id = any(:ids) and state = 'pending' returning id
                        ), attempt as (
                            insert into integrations.notice_attempt (notice, outcome, status)
                            select id, 'sent', cast(:status as integer) from arrived order by id
                        )
                        update integrations.subscriber set failures = 0, refused_row = 0, failing_since = null,
                            next_attempt = null, last_error = null, last_sent_at = now()
                        where subscriber = :subscriber""")
                .param("ids", ids(notices))
                .param("status", status)
                .param("subscriber", subscriber)
                .update();
    }

    /** Records that a notice arrived and was confirmed at once, which is feedback. */
    void confirmed(String subscriber, Outgoing notice, Outcome.Arrived outcome) {
        transaction.executeWithoutResult(_ -> {
            arrived(subscriber, List.of(notice), outcome.status());
            String reference = outcome.reference();
            feedback.take(
                    notice.key(),
                    subscriber,
                    new Feedback(
                            FeedbackState.RECEIVED,
                            null,
                            null,
                            reference == null || reference.length() <= 200 ? reference : reference.substring(0, 200)),
                    FeedbackWay.ANSWER,
                    subscriber);
        });
    }

    /** Records a failure that is not the notices' own; the queue waits longer each time. */
    void later(String subscriber, List<Outgoing> notices, Outcome.Later outcome, NoticeRetry retry) {
        transaction.executeWithoutResult(_ -> {
            attempted(notices, "later", outcome.status(), outcome.message(), 0);
            failed(subscriber, outcome.message(), outcome.asked(), retry);
        });
    }

    /**
     * Records that a notice was refused: it is put aside when that happened often enough; else, or when too many were put
     * aside in a row, the queue waits.
     *
     * @return whether the queue goes on at once
     */
    boolean refused(String subscriber, Outgoing notice, Outcome.Refused outcome, NoticeRetry retry) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            int row = jdbc.sql(
                            "select refused_row from integrations.subscriber where subscriber = :subscriber for update")
                    .param("subscriber", subscriber)
                    .query(Integer.class)
                    .single();
            attempted(List.of(notice), "refused", outcome.status(), outcome.message(), 1);
            boolean aside = notice.refusals() + 1 >= retry.refusals() && row < retry.inRow();
            if (!aside) {
                failed(subscriber, outcome.message(), null, retry);
                return false;
            }
            jdbc.sql("update integrations.notice set state = 'refused' where id = :id and state = 'pending'")
                    .param("id", notice.id())
                    .update();
            jdbc.sql("""
                            update integrations.subscriber set refused_row = refused_row + 1, failures = 0,
                                failing_since = null, next_attempt = null, last_error = null
                            where subscriber = :subscriber""").param("subscriber", subscriber).update();
            return true;
        }));
    }

    private void attempted(
            List<Outgoing> notices, String outcome, @Nullable Integer status, String message, int refusals) {
        jdbc.sql("""
                        with attempt as (
                            insert into integrations.notice_attempt (notice, outcome, status, message)
                            select unnest(:first), :outcome, cast(:status as integer), :message
                        )
                        update integrations.notice set attempts = attempts + 1, refusals = refusals + :refusals,
                            last_error = :message
                        where id = any(:ids)""")
                .param("first", new Long[] {notices.getFirst().id()})
                .param("outcome", outcome)
                .param("status", status)
                .param("message", message)
                .param("refusals", refusals)
                .param("ids", ids(notices))
                .update();
    }

    private void failed(String subscriber, String message, @Nullable Duration asked, NoticeRetry retry) {
        int failures = jdbc.sql("""
                        update integrations.subscriber set failures = failures + 1, last_error = :message,
                            failing_since = coalesce(failing_since, now())
                        where subscriber = :subscriber returning failures""")
                .param("message", message)
                .param("subscriber", subscriber)
                .query(Integer.class)
                .single();
        Duration wait = retry.after(failures);
        if (asked != null) {
            Duration bounded = asked.compareTo(retry.asked()) > 0 ? retry.asked() : asked;
            wait = bounded.compareTo(wait) > 0 ? bounded : wait;
        }
        jdbc.sql("update integrations.subscriber set next_attempt = :next where subscriber = :subscriber")
                .param("next", Timestamp.from(clock.instant().plus(wait)))
                .param("subscriber", subscriber)
                .update();
    }

    private static Long[] ids(List<Outgoing> notices) {
        return notices.stream().map(Outgoing::id).toArray(Long[]::new);
    }
}
