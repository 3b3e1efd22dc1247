package org.sise.ledger.record;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The records that consequences hang on, in the order in which their transactions settled: permits, commitments and
 * listings, and of every kind the versions that are no longer in effect (withdrawn, repaired, expired).
 */
public final class ConsequentRecords {

    private final JdbcClient jdbc;
    private final RecordRows rows = new RecordRows();

    /** On a database that {@link org.sise.ledger.Migrations} has brought up to date. */
    public ConsequentRecords(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** The next ones after a position. */
    public List<StoredRecord> after(Position after, int limit) {
        return jdbc.sql("""
                        select * from ledger.record
                        where (kind in (3, 5, 6, 7) or state in ('withdrawn', 'repaired', 'expired'))
                            and (xact, id) > (cast(:xact as xid8), :id)
                            and xact < pg_snapshot_xmin(pg_current_snapshot())
                        order by xact, id limit :limit""")
                .param("xact", Long.toString(after.xact()))
                .param("id", after.id())
                .param("limit", limit)
                .query(rows)
                .list();
    }
}
