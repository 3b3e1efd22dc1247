package org.sise.integrations.landing;

import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.sise.integrations.descriptor.FeedDescriptor;
import org.sise.integrations.descriptor.SnapshotRule;
import org.sise.ledger.record.Withdrawals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a full copy no longer has: found by one comparison of the matters that it has with those of its feed that stand in
 * the ledger, then withdrawn in bounded batches. After an interruption both begin again, and nothing is withdrawn twice.
 */
public final class Disappearances {

    private static final int AT_ONCE = 5_000;

    private static final String FIND = """
            with oldest as (
                select kind, min(event_date) as day from integrations.snapshot_key where delivery = :delivery group by kind
            ), standing as materialized (
                select s.id, s.kind, s.record_key
                from ledger.standing_matter s left join oldest o on o.kind = s.kind
                where s.feed = :feed and s.kind = any(:kinds) and (not :window or s.event_date >= o.day)
            ), gone as (
                insert into integrations.vanished_matter (delivery, record)
                select :delivery, s.id from standing s
                where not exists (
                    select 1 from integrations.snapshot_key k
                    where k.delivery = :delivery and k.kind = s.kind and k.record_key = s.record_key)
                returning 1
            )
            select (select count(*) from standing) as standing, (select count(*) from gone) as gone""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final SnapshotKeys keys;
    private final Withdrawals withdrawals;

    /** On a database that is up to date. */
    Disappearances(DataSource dataSource, SnapshotKeys keys) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.keys = keys;
        this.withdrawals = new Withdrawals(dataSource);
    }

    /**
     * What a full copy lacks.
     *
     * @param gone matters that it lacks, those withdrawn already among them
     * @param before matters that stood before it came, as far as it reaches back
     * @param unclear its faulty rows of which nobody can tell the matter; they may be some of those that it lacks
     */
    public record Found(long gone, long before, long unclear) {}

    /**
     * Finds what a full copy lacks, all of whose rows have landed; replaces what was found before. A file that was begun
     * before its feed gave full copies lacks nothing.
     *
     * @param rule how its feed's files are full copies
     */
    public Found find(Delivery delivery, FeedDescriptor descriptor, SnapshotRule rule) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            Delivery now = lock(delivery.id());
            if (!keys.isWhole(now)) {
                return new Found(0, 0, 0);
            }
            long unclear = keys.settled(now, descriptor);
            jdbc.sql("delete from integrations.vanished_matter where delivery = :id")
                    .param("id", now.id())
                    .update();
            jdbc.sql("analyze integrations.snapshot_key").update();
            return jdbc.sql(FIND)
                    .param("delivery", now.id())
                    .param("feed", now.feed())
                    .param("window", rule.window())
                    .param(
                            "kinds",
                            descriptor.records().stream()
                                    .map(record -> record.kind().number())
                                    .distinct()
                                    .toArray(Integer[]::new))
                    .query((row, _) -> {
                        long gone = row.getLong("gone") + now.withdrawn();
                        long before = row.getLong("standing") + now.withdrawn() - now.fresh();
                        return new Found(gone, Math.max(gone, before), unclear);
                    })
                    .single();
        }));
    }

    /**
     * Withdraws what was found, batch by batch.
     *
     * @return how many matters were withdrawn
     */
    public long withdraw(Delivery delivery) {
        long total = 0;
        int taken;
        do {
            int[] withdrawn = {0};
            taken = Objects.requireNonNull(transaction.execute(_ -> {
                Delivery now = lock(delivery.id());
                List<Long> ids = jdbc.sql("""
                                delete from integrations.vanished_matter where delivery = :id and record in (
                                    select record from integrations.vanished_matter where delivery = :id
                                    order by record limit :limit)
                                returning record""")
                        .param("id", now.id())
                        .param("limit", AT_ONCE)
                        .query(Long.class)
                        .list();
                withdrawn[0] = ids.isEmpty() ? 0 : withdrawals.withdraw(now.feed(), now.id(), ids);
                jdbc.sql("update integrations.delivery set withdrawn = withdrawn + :n where id = :id")
                        .param("n", withdrawn[0])
                        .param("id", now.id())
                        .update();
                return ids.size();
            }));
            total += withdrawn[0];
        } while (taken == AT_ONCE);
        return total;
    }

    /** Forgets the work on deliveries that have ended. */
    public void forget() {
        keys.forget();
        jdbc.sql("""
                        delete from integrations.vanished_matter where delivery in (
                            select id from integrations.delivery where state in ('done', 'refused'))""").update();
    }

    private Delivery lock(long id) {
        return jdbc.sql("select * from integrations.delivery where id = :id for update")
                .param("id", id)
                .query(Delivery::of)
                .single();
    }
}
