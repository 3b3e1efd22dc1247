package org.sise.integrations.notice;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The notices: found, looked into, sent again, passed over. */
public final class Notices {

    private static final String WHERE = """
            from integrations.notice
            where (cast(:among as text[]) is null or subscriber = any(:among))
                and (cast(:subscriber as text) is null or subscriber = :subscriber)
                and (cast(:state as text) is null or state = :state)
                and (cast(:topic as text) is null or topic = :topic)
                and (cast(:subject as text) is null or subject = :subject)
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Notices(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /**
     * What was tried with a notice.
     *
     * @param at when
     * @param outcome how it ended: {@code sent}, {@code later}, {@code refused}; or what a person did: {@code again},
     *     {@code passed}
     * @param status the HTTP status, or null
     * @param message why, or null
     * @param actor the account of the person, or null
     */
    public record Attempt(
            Instant at,
            String outcome,
            @Nullable Integer status,
            @Nullable String message,
            @Nullable String actor) {}

    /**
     * What a department answered.
     *
     * @param state what it said
     * @param text in words, or null
     * @param date the day it names, or null
     * @param reference its own number, or null
     * @param way how it came
     * @param by who gave it
     * @param at when it came
     */
    public record Answer(
            FeedbackState state,
            @Nullable String text,
            @Nullable LocalDate date,
            @Nullable String reference,
            FeedbackWay way,
            String by,
            Instant at) {}

    /** Notices, the latest first, those before a number or from the latest. */
    public List<Notice> latest(NoticeQuery query, @Nullable Long before, int limit) {
        return bind("select * " + WHERE + " and id < :bound order by id desc limit :limit", query)
                .param("bound", Objects.requireNonNullElse(before, Long.MAX_VALUE))
                .param("limit", limit)
                .query(Notice::of)
                .list();
    }

    /** Notices in their order, those after a number; 0 from the first. */
    public List<Notice> after(NoticeQuery query, long after, int limit) {
        return bind("select * " + WHERE + " and id > :bound order by id limit :limit", query)
                .param("bound", after)
                .param("limit", limit)
                .query(Notice::of)
                .list();
    }

    /** Hands over each notice, the latest first. Streams where the caller holds a transaction open. */
    public void forEach(NoticeQuery query, Consumer<Notice> each) {
        bind("select * " + WHERE + " order by id desc", query)
                .withFetchSize(1_000)
                .query(row -> {
                    each.accept(Notice.of(row, 0));
                });
    }

    /** The notice of a key. */
    public Optional<Notice> find(UUID key) {
        return jdbc.sql("select * from integrations.notice where key = :key")
                .param("key", key)
                .query(Notice::of)
                .optional();
    }

    /** What was tried with a notice, the latest first. */
    public List<Attempt> attempts(Notice notice, int limit) {
        return jdbc.sql(
                        "select * from integrations.notice_attempt where notice = :notice order by id desc limit :limit")
                .param("notice", notice.id())
                .param("limit", limit)
                .query((row, _) -> new Attempt(
                        row.getTimestamp("at").toInstant(),
                        row.getString("outcome"),
                        row.getObject("status", Integer.class),
                        row.getString("message"),
                        row.getString("actor")))
                .list();
    }

    /** What the department answered, the latest first. */
    public List<Answer> answers(Notice notice) {
        return jdbc.sql("select * from integrations.notice_feedback where notice = :notice order by id desc")
                .param("notice", notice.id())
                .query((row, _) -> {
                    Date date = row.getDate("on_date");
                    return new Answer(
                            FeedbackState.ofToken(row.getString("state")),
                            row.getString("text"),
                            date == null ? null : date.toLocalDate(),
                            row.getString("reference"),
                            FeedbackWay.valueOf(row.getString("way").toUpperCase(Locale.ROOT)),
                            row.getString("given_by"),
                            row.getTimestamp("given_at").toInstant());
                })
                .list();
    }

    /**
     * Puts a notice into its queue again, at the place of its number: before all that wait. It keeps its key.
     *
     * @param actor the account that wants it
     * @throws IllegalArgumentException when there is no such notice
     * @throws IllegalStateException when it is pending
     */
    public Notice sendAgain(UUID key, String actor) {
        return change(key, actor, "again", NoticeState.PENDING, """
                update integrations.notice set state = 'pending', refusals = 0, file = null, last_error = null
                where id = :id""");
    }

    /**
     * Goes on past a notice that waits or was refused: it is not sent, and its queue goes on at once.
     *
     * @param actor the account that wants it
     * @throws IllegalArgumentException when there is no such notice
     * @throws IllegalStateException when it has arrived or was passed over
     */
    public Notice pass(UUID key, String actor) {
        return change(key, actor, "passed", null, """
                update integrations.notice set state = 'passed' where id = :id""");
    }

    private Notice change(UUID key, String actor, String outcome, @Nullable NoticeState notFrom, String update) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            Notice notice = jdbc.sql("select * from integrations.notice where key = :key for update")
                    .param("key", key)
                    .query(Notice::of)
                    .optional()
                    .orElseThrow(() -> new IllegalArgumentException("没有通知 / there is no notice " + key));
            boolean fits = notFrom != null
                    ? notice.state() != notFrom
                    : notice.state() == NoticeState.PENDING || notice.state() == NoticeState.REFUSED;
            if (!fits) {
                throw new IllegalStateException("通知“%s”, 不能如此处理 / the notice is %s: this cannot be done with it"
                        .formatted(notice.state().zh(), notice.state().en()));
            }
            jdbc.sql(update).param("id", notice.id()).update();
            jdbc.sql("""
                            insert into integrations.notice_attempt (notice, outcome, actor)
                            values (:notice, :outcome, :actor)""")
                    .param("notice", notice.id())
                    .param("outcome", outcome)
                    .param("actor", actor)
                    .update();
            jdbc.sql("""
                            update integrations.subscriber set failures = 0, next_attempt = null, refused_row = 0
                            where subscriber = :subscriber""").param("subscriber", notice.subscriber()).update();
            return find(key).orElseThrow();
        }));
    }

    private JdbcClient.StatementSpec bind(String sql, NoticeQuery query) {
        NoticeState state = query.state();
        Set<String> among = query.among();
        return jdbc.sql(sql)
                .param("among", among == null ? null : among.toArray(String[]::new))
                .param("subscriber", query.subscriber())
                .param("state", state == null ? null : state.token())
                .param("topic", query.topic())
                .param("subject", query.subject());
    }
}
