package org.sise.integrations.landing;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The files that were fetched from remote sources; the latest of a feed says where its source is read on. */
public final class Fetches {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    /** On a database that is up to date. */
    Fetches(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /** The latest fetch of a feed. */
    public Optional<Fetch> latest(String feed) {
        return jdbc.sql("select * from integrations.fetch where feed = :feed order by id desc limit 1")
                .param("feed", feed)
                .query(Fetch::of)
                .optional();
    }

    /** The number of a fetch to come. A number that is not used stays a gap. */
    public long reserve() {
        return jdbc.sql("select nextval(pg_get_serial_sequence('integrations.fetch', 'id'))")
                .query(Long.class)
                .single();
    }

    /**
     * Records a fetch: from here on its file belongs to the feed, and its source is read on at its position.
     *
     * @param fetch the fetch; its times are not looked at
     * @param after the number of the feed's latest fetch when this one began, or 0
     * @throws IllegalStateException when another fetch of the feed was recorded meanwhile
     */
    public void commit(Fetch fetch, long after) {
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtext('integrations.fetch'), hashtext(:feed))")
                    .param("feed", fetch.feed())
                    .query((_, _) -> true)
                    .list();
            int recorded = jdbc.sql("""
                            insert into integrations.fetch
                                (id, feed, file, sha256, size, rows, position, origin, anew, seen)
                            overriding system value
                            select :id, :feed, :file, :sha256, :size, cast(:rows as bigint), cast(:position as json),
                                cast(:origin as text), :anew, cast(:seen as bytea)
                            where :after = coalesce((select max(id) from integrations.fetch where feed = :feed), 0)""")
                    .param("id", fetch.id())
                    .param("feed", fetch.feed())
                    .param("file", fetch.file())
                    .param("sha256", fetch.sha256())
                    .param("size", fetch.size())
                    .param("rows", fetch.rows())
                    .param("position", fetch.position())
                    .param("origin", fetch.origin())
                    .param("anew", fetch.anew())
                    .param("seen", fetch.seen())
                    .param("after", after)
                    .update();
            if (recorded == 0) {
                throw new IllegalStateException("来源%s正被另一进程拉取 / another process fetches feed %s: run one"
                        .formatted(fetch.feed(), fetch.feed()));
            }
            jdbc.sql("update integrations.fetch set seen = null where feed = :feed and id < :id and seen is not null")
                    .param("feed", fetch.feed())
                    .param("id", fetch.id())
                    .update();
        });
    }

    /** Whether a feed's file was recorded. */
    public boolean isRecorded(String feed, String file) {
        return jdbc.sql("select exists (select from integrations.fetch where feed = :feed and file = :file)")
                .param("feed", feed)
                .param("file", file)
                .query(Boolean.class)
                .single();
    }

    /** The fetch that a feed's source knows by a name and was not told of yet. */
    public Optional<Fetch> unacknowledged(String feed, String origin) {
        return jdbc.sql("""
                        select * from integrations.fetch
                        where feed = :feed and origin = :origin and acknowledged_at is null""")
                .param("feed", feed)
                .param("origin", origin)
                .query(Fetch::of)
                .optional();
    }

    /** The fetches of a feed that have a name there and of which the source was not told yet. */
    public List<Fetch> unacknowledged(String feed) {
        return jdbc.sql("""
                        select * from integrations.fetch
                        where feed = :feed and origin is not null and acknowledged_at is null order by id""").param("feed", feed).query(Fetch::of).list();
    }

    /** Records that the source was told of a fetch: what it calls by that name from now on is another. */
    public void acknowledged(long id) {
        jdbc.sql("update integrations.fetch set acknowledged_at = now() where id = :id and acknowledged_at is null")
                .param("id", id)
                .update();
    }

    /** Fetches of a feed, the latest first. */
    public List<Fetch> latest(String feed, int limit) {
        return jdbc.sql("select * from integrations.fetch where feed = :feed order by id desc limit :limit")
                .param("feed", feed)
                .param("limit", limit)
                .query(Fetch::of)
                .list();
    }
}
