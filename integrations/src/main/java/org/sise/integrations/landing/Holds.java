package org.sise.integrations.landing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.row.FileFault;
import org.sise.integrations.row.Reason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deliveries that are held for a person to look: the file stays in its folder, later files of its feed wait behind it,
 * other feeds go on.
 */
public final class Holds {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Deliveries deliveries;

    /** On a database that is up to date. */
    Holds(DataSource dataSource, Deliveries deliveries) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.deliveries = deliveries;
    }

    /** Holds a delivery that is being received; one that is not stays as it is. */
    public void hold(Delivery delivery, Finding finding) {
        transaction.executeWithoutResult(_ -> {
            int held = jdbc.sql("""
                            update integrations.delivery set state = 'held', reason = :reason, message = :message
                            where id = :id and state = 'receiving'""")
                    .param("reason", finding.reason().token())
                    .param("message", finding.message())
                    .param("id", delivery.id())
                    .update();
            if (held > 0) {
                jdbc.sql("""
                                insert into integrations.hold (delivery, feed, reason, measured, usual, least, most, message)
                                values (:delivery, :feed, :reason, :measured, :usual, :least, :most, :message)""")
                        .param("delivery", delivery.id())
                        .param("feed", delivery.feed())
                        .param("reason", finding.reason().token())
                        .param("measured", finding.measured())
                        .param("usual", finding.usual())
                        .param("least", finding.least())
                        .param("most", finding.most())
                        .param("message", finding.message())
                        .update();
            }
        });
    }

    /** The held deliveries, of each feed one at most. */
    public List<Delivery> held() {
        return jdbc.sql("select * from integrations.delivery where state = 'held' order by id")
                .query(Delivery::of)
                .list();
    }

    /** The held delivery of a feed, if there is one. */
    public Optional<Delivery> held(String feed) {
        return jdbc.sql("select * from integrations.delivery where state = 'held' and feed = :feed order by id limit 1")
                .param("feed", feed)
                .query(Delivery::of)
                .optional();
    }

    /** The holds of a feed, the latest first. */
    public List<Hold> ofFeed(String feed, int limit) {
        return jdbc.sql("select * from integrations.hold where feed = :feed order by id desc limit :limit")
                .param("feed", feed)
                .param("limit", limit)
                .query(Hold::of)
                .list();
    }

    /** Whether a person has accepted a delivery in spite of this. */
    public boolean isAccepted(long delivery, HoldReason reason) {
        return jdbc.sql("""
                        select exists (select 1 from integrations.hold
                            where delivery = :delivery and reason = :reason and decision = 'accepted')""")
                .param("delivery", delivery)
                .param("reason", reason.token())
                .query(Boolean.class)
                .single();
    }

    /**
     * Takes a held delivery as it is, as far as the reason goes for which it is held; its file is read on. Takes part in
     * the caller's transaction, if there is one.
     *
     * @throws IllegalArgumentException when there is no such delivery
     * @throws IllegalStateException when it is not held
     */
    public Delivery accept(long id, String by) {
        return decided(
                id,
                Hold.Decision.ACCEPTED,
                by,
                delivery -> jdbc.sql("""
                        update integrations.delivery set state = 'receiving', reason = null, message = null
                        where id = :id""").param("id", delivery.id()).update());
    }

    /**
     * Refuses a held delivery; its file goes away, and what has landed of it stays. Takes part in the caller's
     * transaction, if there is one.
     *
     * @throws IllegalArgumentException when there is no such delivery
     * @throws IllegalStateException when it is not held
     */
    public Delivery refuse(long id, String by) {
        return decided(
                id,
                Hold.Decision.REFUSED,
                by,
                delivery -> deliveries.refuse(
                        delivery, Reason.DECLINED, told(Reason.DECLINED, String.valueOf(delivery.message())), null));
    }

    /** Ends a held delivery whose file was replaced by another of its name. */
    public void replaced(Delivery held) {
        decided(
                held.id(),
                Hold.Decision.REPLACED,
                null,
                delivery -> deliveries.refuse(
                        delivery, Reason.REPLACED, told(Reason.REPLACED, "文件已换 / it was mended"), null));
    }

    /** What a feed's latest done deliveries were like; those that brought nothing new to read are left out. */
    public Usual usual(String feed, int last) {
        return jdbc.sql("""
                        select count(*) as n, coalesce(percentile_cont(0.5) within group (order by rows_read), 0) as rows,
                            coalesce(percentile_cont(0.5) within group (order by faulty::float8 / greatest(rows_read, 1)), 0)
                                as faulty
                        from (
                            select rows_read, faulty from integrations.delivery
                            where feed = :feed and state = 'done' and same_as is null
                            order by id desc limit :last) latest""")
                .param("feed", feed)
                .param("last", last)
                .query((row, _) -> new Usual(row.getInt("n"), row.getDouble("rows"), row.getDouble("faulty")))
                .single();
    }

    private Delivery decided(long id, Hold.Decision decision, @Nullable String by, Consumer<Delivery> then) {
        transaction.executeWithoutResult(_ -> {
            Delivery delivery = jdbc.sql("select * from integrations.delivery where id = :id for update")
                    .param("id", id)
                    .query(Delivery::of)
                    .optional()
                    .orElseThrow(() -> new IllegalArgumentException("没有 / there is no delivery " + id));
            if (delivery.state() != Delivery.State.HELD) {
                throw new IllegalStateException("第%d次交付没有被暂停 / delivery %d is not held but %s"
                        .formatted(id, id, delivery.state().name().toLowerCase(Locale.ROOT)));
            }
            jdbc.sql("""
                            update integrations.hold set decision = :decision, decided_by = :by, decided_at = now()
                            where delivery = :id and decision is null""")
                    .param("decision", decision.name().toLowerCase(Locale.ROOT))
                    .param("by", by)
                    .param("id", id)
                    .update();
            then.accept(delivery);
        });
        return deliveries.find(id).orElseThrow();
    }

    private static String told(Reason reason, String detail) {
        String[] halves = detail.split(" / ", 2);
        return new FileFault(reason, halves[0], halves[halves.length - 1]).message();
    }
}
