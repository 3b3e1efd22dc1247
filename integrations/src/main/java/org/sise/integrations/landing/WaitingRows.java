package org.sise.integrations.landing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.sise.ledger.business.Businesses;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Rows that wait for a registration: each lands once, by itself, when its business is registered. */
public final class WaitingRows {

    private static final int AT_ONCE = 1000;
    private static final String SUM_UP = """
            with gone as (delete from integrations.quarantine_tally
                where (select count(*) from integrations.quarantine_tally) > 1000 + 2 * (select count(*) from
                    (select distinct feed, state, reason, field, col, day from integrations.quarantine_tally) as alike)
                returning *)
            insert into integrations.quarantine_tally
            select feed, state, reason, field, col, day, sum(rows) from gone
            group by feed, state, reason, field, col, day having sum(rows) <> 0""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Businesses businesses;
    private final Replay replay;

    /** On a database that is up to date, with the replay that lands the rows. */
    WaitingRows(DataSource dataSource, Replay replay) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.businesses = new Businesses(dataSource);
        this.replay = replay;
    }

    /**
     * Lands what waits for any of these businesses, as far as they are registered.
     *
     * @return how many rows no longer wait
     */
    public int replay(Collection<String> codes) {
        Set<String> known = businesses.known(waitedFor(codes));
        int total = 0;
        int count = known.isEmpty() ? 0 : AT_ONCE;
        while (count == AT_ONCE) {
            count = Objects.requireNonNull(transaction.execute(_ -> replayed(known)));
            total += count;
        }
        return total;
    }

    /**
     * Looks at all that waits; for the time after an interruption and for registrations that came by another way. Sums up
     * the tally of the quarantine, which this is the time for.
     *
     * @return how many rows no longer wait
     */
    public int sweep() {
        jdbc.sql(SUM_UP).update();
        int total = 0;
        String after = "";
        List<String> codes = codes(after);
        while (!codes.isEmpty()) {
            total += replay(codes);
            after = codes.getLast();
            codes = codes(after);
        }
        return total;
    }

    /** Those of the codes that any row waits for. */
    private List<String> waitedFor(Collection<String> codes) {
        return jdbc.sql("""
                        select distinct waits_for from integrations.quarantined_row
                        where state = 'waiting' and waits_for = any(:codes)""")
                .param("codes", codes.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    private List<String> codes(String after) {
        return jdbc.sql("""
                        select distinct waits_for from integrations.quarantined_row
                        where state = 'waiting' and waits_for > :after order by waits_for limit :limit""")
                .param("after", after)
                .param("limit", AT_ONCE)
                .query(String.class)
                .list();
    }

    private int replayed(Set<String> codes) {
        List<QuarantinedRow> rows = jdbc.sql("""
                        select q.*, d.file from integrations.quarantined_row q
                            join integrations.delivery d on d.id = q.delivery
                        where q.state = 'waiting' and q.waits_for = any(:codes) and q.feed = any(:feeds)
                        order by q.id limit :limit for update of q skip locked""")
                .param("codes", codes.toArray(String[]::new))
                .param("feeds", replay.feeds())
                .param("limit", AT_ONCE)
                .query(QuarantinedRow::of)
                .list();
        rows.stream()
                .collect(Collectors.groupingBy(QuarantinedRow::feed, TreeMap::new, Collectors.toList()))
                .values()
                .forEach(feed -> replay.land(
                        feed.stream().map(row -> new Replay.Attempt(row, null)).toList(), new ArrayList<>()));
        return rows.size();
    }
}
