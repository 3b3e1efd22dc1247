package org.sise.integrations.landing;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.row.Reason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The files that were received. */
public final class Deliveries {

    /** The fetch of a file whose bytes are a new word even where they came before. */
    private static final String FETCHED =
            "select id from integrations.fetch where feed = :feed and file = :file and anew";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    /** On a database that is up to date. */
    Deliveries(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /**
     * The delivery of a file's content: the one that is being received or done already, or else a new one.
     *
     * @param sha256 digest of the file's bytes
     */
    public Delivery receive(String feed, String file, String sha256, long size) {
        jdbc.sql("""
                        insert into integrations.delivery (feed, file, sha256, size, state, fetched)
                        values (:feed, :file, :sha256, :size, 'receiving', coalesce((%s), 0))
                        on conflict (feed, sha256, fetched) where state <> 'refused' and same_as is null
                        do nothing""".formatted(FETCHED))
                .param("feed", feed)
                .param("file", file)
                .param("sha256", sha256)
                .param("size", size)
                .update();
        return jdbc.sql("""
                        select * from integrations.delivery
                        where feed = :feed and sha256 = :sha256 and state <> 'refused' and same_as is null
                            and fetched = coalesce((%s), 0)""".formatted(FETCHED))
                .param("feed", feed)
                .param("file", file)
                .param("sha256", sha256)
                .query(Delivery::of)
                .single();
    }

    /** Keeps the columns of a delivery's file, in the file's order. */
    public void columns(long id, List<String> columns) {
        jdbc.sql("""
                        insert into integrations.delivery_columns (delivery, columns) values (:id, :columns)
                        on conflict do nothing""")
                .param("id", id)
                .param("columns", columns.toArray(String[]::new))
                .update();
    }

    /** Records that the content of a done delivery was sent once more, which lands nothing. */
    public Delivery again(Delivery done, String file) {
        return jdbc.sql("""
                        insert into integrations.delivery
                            (feed, file, sha256, size, state, same_as, finished_at, message)
                        values (:feed, :file, :sha256, :size, 'done', :same, now(), :message)
                        returning *""")
                .param("feed", done.feed())
                .param("file", file)
                .param("sha256", done.sha256())
                .param("size", done.size())
                .param("same", done.id())
                .param("message", "与第%d次交付内容相同 / same file as delivery %d".formatted(done.id(), done.id()))
                .query(Delivery::of)
                .single();
    }

    /** Records where a done file is kept. */
    public void keptAs(long id, String keptAs) {
        jdbc.sql("update integrations.delivery set kept_as = :keptAs where id = :id")
                .param("keptAs", keptAs)
                .param("id", id)
                .update();
    }

    /**
     * Ends a delivery that was read to its end.
     *
     * @param message a remark, or null
     */
    public void done(long id, @Nullable String message, String keptAs) {
        jdbc.sql("""
                        update integrations.delivery
                        set state = 'done', message = :message, kept_as = :keptAs, finished_at = now()
                        where id = :id and state = 'receiving'""")
                .param("message", message)
                .param("keptAs", keptAs)
                .param("id", id)
                .update();
    }

    /** Ends a delivery that cannot be used, or not to its end, and puts the file's fault into the quarantine. */
    public void refuse(Delivery delivery, Reason reason, String message, @Nullable String keptAs) {
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("""
                            insert into integrations.quarantined_row
                                (delivery, feed, row_index, line, reason, message, state)
                            values (:id, :feed, -1, 0, :reason, :message, :state)""")
                    .param("id", delivery.id())
                    .param("feed", delivery.feed())
                    .param("reason", reason.token())
                    .param("message", message)
                    .param("state", isSettled(reason) ? "discarded" : "open")
                    .update();
            jdbc.sql("""
                            update integrations.delivery set state = 'refused', reason = :reason, message = :message,
                                kept_as = :keptAs, finished_at = now()
                            where id = :id""")
                    .param("reason", reason.token())
                    .param("message", message)
                    .param("keptAs", keptAs)
                    .param("id", delivery.id())
                    .update();
        });
    }

    /** Whether nothing is left to be done about a file that was refused for this. */
    private static boolean isSettled(Reason reason) {
        return reason == Reason.CHANGED_FILE || reason == Reason.REPLACED;
    }

    /** Records how many rows a file has, counted before anything of it landed. */
    public Delivery counted(long id, long rows) {
        jdbc.sql("update integrations.delivery set row_count = :rows where id = :id")
                .param("rows", rows)
                .param("id", id)
                .update();
        return find(id).orElseThrow();
    }

    /**
     * The delivery of a file's content that a person refused and whose file is not yet away, if that was the last of this
     * content.
     */
    public Optional<Delivery> declined(String feed, String file, String sha256) {
        return jdbc.sql("""
                        select * from integrations.delivery
                        where feed = :feed and sha256 = :sha256 and file = :file
                        order by id desc limit 1""")
                .param("feed", feed)
                .param("sha256", sha256)
                .param("file", file)
                .query(Delivery::of)
                .optional()
                .filter(delivery -> delivery.state() == Delivery.State.REFUSED
                        && delivery.keptAs() == null
                        && Reason.DECLINED.token().equals(delivery.reason()));
    }

    /** The delivery of a number. */
    public Optional<Delivery> find(long id) {
        return jdbc.sql("select * from integrations.delivery where id = :id")
                .param("id", id)
                .query(Delivery::of)
                .optional();
    }

    /**
     * Deliveries, the latest first.
     *
     * @param feed of one feed, or null for all
     * @param before those before this number, or null from the latest
     */
    public List<Delivery> latest(@Nullable String feed, @Nullable Long before, int limit) {
        return jdbc.sql("""
                        select * from integrations.delivery
                        where (cast(:feed as text) is null or feed = :feed) and id < :before
                        order by id desc limit :limit""")
                .param("feed", feed)
                .param("before", Objects.requireNonNullElse(before, Long.MAX_VALUE))
                .param("limit", limit)
                .query(Delivery::of)
                .list();
    }
}
