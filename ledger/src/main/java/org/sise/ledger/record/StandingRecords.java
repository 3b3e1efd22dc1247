package org.sise.ledger.record;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.sise.core.record.RecordKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records looked up otherwise than by day: by number, by matter, or what stands of a kind. */
public final class StandingRecords {

    private static final String LATEST = """
            select r.* from ledger.record r
            where r.kind = :kind and r.state in ('effective', 'corrected') %s and not exists (
                select from ledger.record later
                where later.kind = r.kind and later.record_key = r.record_key and later.version > r.version)
            order by r.subject, r.id""";

    private final JdbcClient jdbc;
    private final RecordRows rows = new RecordRows();

    /** On a database that {@link org.sise.ledger.Migrations} has brought up to date. */
    public StandingRecords(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** The records of these numbers, those that there are. */
    public List<StoredRecord> ofNumbers(Collection<Long> ids) {
        return jdbc.sql("select * from ledger.record where id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query(rows)
                .list();
    }

    /** The latest version of a matter, whatever its state, if the ledger knows the matter. */
    public Optional<StoredRecord> latest(RecordKind kind, String key) {
        return jdbc.sql("""
                        select * from ledger.record where kind = :kind and record_key = :key
                        order by version desc limit 1""")
                .param("kind", kind.number())
                .param("key", key)
                .query(rows)
                .optional();
    }

    /** What the ledger knew of a record's matter before it, if anything. */
    public Optional<StoredRecord> before(StoredRecord record) {
        return jdbc.sql("""
                        select * from ledger.record where kind = :kind and record_key = :key and version < :version
                        order by version desc limit 1""")
                .param("kind", record.record().kind().number())
                .param("key", record.key())
                .param("version", record.version())
                .query(rows)
                .optional();
    }

    /** The records of a kind that are in effect and the latest of their matters, by credit code. */
    public List<StoredRecord> all(RecordKind kind) {
        return jdbc.sql(LATEST.formatted(""))
                .param("kind", kind.number())
                .query(rows)
                .list();
    }

    /** As {@link #all}, of some businesses. */
    public List<StoredRecord> of(Collection<String> subjects, RecordKind kind) {
        return jdbc.sql(LATEST.formatted("and r.subject = any(:subjects)"))
                .param("kind", kind.number())
                .param("subjects", subjects.toArray(String[]::new))
                .query(rows)
                .list();
    }
}
