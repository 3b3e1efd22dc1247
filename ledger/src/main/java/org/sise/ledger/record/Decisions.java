package org.sise.ledger.record;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.sise.core.record.CreditRecord;
import org.sise.core.record.RecordKind;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What this house decides about matters that departments told of, such as a repair. A decision is a new version that
 * keeps the latest version's row and digest, so that the department's same row, delivered again, is still the same row
 * and undoes nothing; a corrected row of a repaired matter is appended as repaired. Takes part in the caller's
 * transaction, as appending in {@link Records} does.
 */
public final class Decisions {

    /** The name in the place of a feed's under which repairs are appended; their batch is the case. */
    public static final String REPAIR = "repair";

    private final JdbcClient jdbc;
    private final Records records;
    private final StandingRecords standing;
    private final RecordRows rows = new RecordRows();

    /** On a database that {@link org.sise.ledger.Migrations} has brought up to date. */
    public Decisions(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.records = new Records(dataSource);
        this.standing = new StandingRecords(dataSource);
    }

    /** The latest version of a matter, whatever its state. */
    public Optional<StoredRecord> latest(RecordKind kind, String key) {
        return standing.latest(kind, key);
    }

    /** The version of a matter before the last one that was appended under a name, if there is one. */
    public Optional<StoredRecord> before(RecordKind kind, String key, String feed) {
        return jdbc.sql("""
                        select r.* from ledger.record r
                        where r.kind = :kind and r.record_key = :key and r.version < (
                            select max(version) from ledger.record
                            where kind = :kind and record_key = :key and feed = :feed)
                        order by r.version desc limit 1""")
                .param("kind", kind.number())
                .param("key", key)
                .param("feed", feed)
                .query(rows)
                .optional();
    }

    /**
     * Appends a decision on a matter.
     *
     * @param latest the version that it was decided on
     * @param record what it says from now on; of the same kind
     * @param feed a feed's name, or {@link #REPAIR}
     * @return the new version
     * @throws ConcurrencyFailureException when the matter has another version meanwhile; nothing is to be kept of the
     *     transaction then, and looking again is right
     */
    public StoredRecord append(StoredRecord latest, CreditRecord record, String feed, long batch) {
        if (record.kind() != latest.record().kind()) {
            throw new IllegalArgumentException(
                    record.kind() + " is not " + latest.record().kind());
        }
        RecordEntry entry = jdbc.sql("select original, digest from ledger.record where id = :id")
                .param("id", latest.id())
                .query((row, _) -> new RecordEntry(
                        record, latest.key(), 0, row.getString(1), ContentDigest.stored(row.getBytes(2))))
                .single();
        records.lockKinds(List.of(entry));
        StoredRecord present = latest(record.kind(), latest.key()).orElseThrow();
        if (present.version() != latest.version()) {
            throw new ConcurrencyFailureException(
                    "该记录已有新版本，请重新查看 / the record has another version meanwhile, look again: " + latest.key());
        }
        records.write(feed, batch, List.of(new NewVersion(entry, latest.version() + 1)));
        return latest(record.kind(), latest.key()).orElseThrow();
    }
}
