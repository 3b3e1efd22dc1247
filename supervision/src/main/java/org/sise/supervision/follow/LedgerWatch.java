package org.sise.supervision.follow;

import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.sise.ledger.outbox.Outbox;
import org.sise.ledger.outbox.OutboxEvent;
import org.sise.ledger.record.ConsequentRecords;
import org.sise.ledger.record.Position;
import org.sise.ledger.record.StoredRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells followers what the ledger has learned and what happened, each at its own pace. A batch is dealt with in the
 * transaction that moves the follower's place, so after a crash it is there again and nothing is done twice. Of one
 * application one may be at work.
 */
public final class LedgerWatch {

    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ConsequentRecords records;
    private final Outbox outbox;
    private final List<LedgerFollower> followers;

    /** On a database that {@link org.sise.ledger.Migrations} has brought up to date for ledger and supervision. */
    public LedgerWatch(DataSource dataSource, PlatformTransactionManager transactions, List<LedgerFollower> followers) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(transactions);
        this.records = new ConsequentRecords(dataSource);
        this.outbox = new Outbox(dataSource);
        this.followers = List.copyOf(followers);
    }

    /**
     * Follows all that has settled.
     *
     * @return how many records and events there were, over all followers
     */
    public synchronized int catchUp() {
        int all = 0;
        for (LedgerFollower follower : followers) {
            int done;
            do {
                done = Objects.requireNonNull(transaction.execute(_ -> nextRecords(follower)))
                        + Objects.requireNonNull(transaction.execute(_ -> nextEvents(follower)));
                all += done;
            } while (done > 0);
        }
        return all;
    }

    private int nextRecords(LedgerFollower follower) {
        List<StoredRecord> next = records.after(place(follower), BATCH);
        if (!next.isEmpty()) {
            follower.followRecords(next);
            move(follower, next.getLast().position());
        }
        return next.size();
    }

    private int nextEvents(LedgerFollower follower) {
        String consumer = "consequences:" + follower.name();
        List<OutboxEvent> next = outbox.next(consumer, BATCH);
        if (!next.isEmpty()) {
            follower.followEvents(next);
            outbox.acknowledge(consumer, next.getLast().position());
        }
        return next.size();
    }

    private Position place(LedgerFollower follower) {
        return jdbc.sql("select xact, id from supervision.follower where name = :name for update")
                .param("name", follower.name())
                .query((row, _) -> new Position(Long.parseLong(row.getString("xact")), row.getLong("id")))
                .optional()
                .orElse(Position.START);
    }

    private void move(LedgerFollower follower, Position to) {
        jdbc.sql("""
                        insert into supervision.follower (name, xact, id) values (:name, cast(:xact as xid8), :id)
                        on conflict (name) do update set xact = excluded.xact, id = excluded.id""")
                .param("name", follower.name())
                .param("xact", Long.toString(to.xact()))
                .param("id", to.id())
                .update();
    }
}
