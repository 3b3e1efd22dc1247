package org.sise.ledger.outbox;

import java.util.List;
import javax.sql.DataSource;
import org.sise.ledger.record.Position;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The ledger's events. Written in the transaction that makes them true; read by each consumer at its own pace, in the
 * order in which transactions settled, at least once.
 */
public final class Outbox {

    private final JdbcClient jdbc;

    /** On a database that {@link org.sise.ledger.Migrations} has brought up to date. */
    public Outbox(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Writes an event, in the caller's transaction. */
    public void add(String topic, String subject, String payload) {
        jdbc.sql("insert into ledger.outbox (topic, subject, payload) values (:topic, :subject, :payload::jsonb)")
                .param("topic", topic)
                .param("subject", subject)
                .param("payload", payload)
                .update();
    }

    /** The next events that a consumer has not acknowledged. */
    public List<OutboxEvent> next(String consumer, int limit) {
        return jdbc.sql("""
                        select o.* from ledger.outbox o
                        left join ledger.outbox_cursor c on c.consumer = :consumer
                        where (o.xact, o.id) > (coalesce(c.xact, '0'::xid8), coalesce(c.id, 0))
                            and o.xact < pg_snapshot_xmin(pg_current_snapshot())
                        order by o.xact, o.id
                        limit :limit""")
                .param("consumer", consumer)
                .param("limit", limit)
                .query((row, _) -> new OutboxEvent(
                        new Position(Long.parseLong(row.getString("xact")), row.getLong("id")),
                        row.getString("topic"),
                        row.getString("subject"),
                        row.getString("payload"),
                        row.getTimestamp("created_at").toInstant()))
                .list();
    }

    /** Lets a consumer that has no place yet begin with the transactions that have not settled; one that has keeps it. */
    public void beginNow(String consumer) {
        jdbc.sql("""
                        insert into ledger.outbox_cursor (consumer, xact, id)
                        select :consumer, cast((cast(cast(x as text) as bigint) - 1) as text)::xid8, :last
                        from pg_snapshot_xmin(pg_current_snapshot()) x
                        on conflict (consumer) do nothing""").param("consumer", consumer).param("last", Long.MAX_VALUE).update();
    }

    /** How many events a consumer has not acknowledged, counted up to a limit. */
    public long behind(String consumer, int limit) {
        return jdbc.sql("""
                        select count(*) from (
                            select 1 from ledger.outbox o left join ledger.outbox_cursor c on c.consumer = :consumer
                            where (o.xact, o.id) > (coalesce(c.xact, '0'::xid8), coalesce(c.id, 0)) limit :limit) behind""")
                .param("consumer", consumer)
                .param("limit", limit)
                .query(Long.class)
                .single();
    }

    /** Says that a consumer has dealt with everything up to a position. */
    public void acknowledge(String consumer, Position position) {
        jdbc.sql("""
                        insert into ledger.outbox_cursor (consumer, xact, id) values (:consumer, :xact::xid8, :id)
                        on conflict (consumer) do update set xact = excluded.xact, id = excluded.id
                        where (ledger.outbox_cursor.xact, ledger.outbox_cursor.id) < (excluded.xact, excluded.id)""")
                .param("consumer", consumer)
                .param("xact", Long.toString(position.xact()))
                .param("id", position.id())
                .update();
    }
}
