package org.sise.ledger.outbox;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What consumers of the outbox have not acknowledged yet. */
public final class Backlogs {

    /** No more events than this are counted. */
    public static final int MOST = 100_000;

    private final JdbcClient jdbc;

    /** On a database that {@link org.sise.ledger.Migrations} has brought up to date. */
    public Backlogs(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * What a consumer has before it.
     *
     * @param consumer the consumer, one that has acknowledged something before
     * @param events how many events, {@link #MOST} at most
     * @param oldest since when the oldest waits, or null when none does
     */
    public record Backlog(
            String consumer, long events, @Nullable Instant oldest) {}

    /** The backlog of every consumer, by name. */
    public List<Backlog> all() {
        return jdbc.sql("""
                        select c.consumer, b.events, b.oldest
                        from ledger.outbox_cursor c cross join lateral (
                            select count(*) as events, min(created_at) as oldest from (
                                select created_at from ledger.outbox o where (o.xact, o.id) > (c.xact, c.id)
                                order by o.xact, o.id limit :most) waiting) b
                        order by c.consumer""")
                .param("most", MOST)
                .query((row, _) -> {
                    Timestamp oldest = row.getTimestamp("oldest");
                    return new Backlog(
                            row.getString("consumer"),
                            row.getLong("events"),
                            oldest == null ? null : oldest.toInstant());
                })
                .list();
    }
}
