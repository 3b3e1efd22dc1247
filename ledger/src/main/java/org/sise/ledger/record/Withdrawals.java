package org.sise.ledger.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.sise.core.record.CreditRecord;
import org.sise.core.record.RecordShape;
import org.sise.core.record.RecordState;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Withdraws matters that their feed no longer has: each gets a new version that says what the latest said, with the state
 * {@link RecordState#WITHDRAWN}. Appending takes part in the caller's transaction, as that of {@link Records} does.
 */
public final class Withdrawals {

    private static final String STANDING = """
            select r.* from ledger.record r join ledger.standing_matter s on s.id = r.id
            where r.id = any(:ids) and r.feed = :feed order by r.id""";

    private static final String FOLLOWED = """
            select count(*) from ledger.record was
            join ledger.record now on now.kind = was.kind and now.record_key = was.record_key
                and now.version = was.version + 1
            where was.id = any(:ids) and now.feed = :feed and now.batch = :batch and now.state = 'withdrawn'""";

    private final JdbcClient jdbc;
    private final Records records;
    private final RecordRows rows = new RecordRows();

    /** On a database that {@link org.sise.ledger.Migrations} has brought up to date. */
    public Withdrawals(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.records = new Records(dataSource);
    }

    /**
     * Withdraws records of a feed; those that are no longer in effect, are no longer their matter's latest version or are
     * another feed's are left out.
     *
     * @param feed the feed
     * @param batch the delivery that lacks them
     * @param ids their numbers; some thousands at a time
     * @return how many were withdrawn
     * @throws ConcurrencyFailureException when somebody appended to one of the matters meanwhile; nothing is to be kept of
     *     the transaction then, and trying again is right
     */
    public int withdraw(String feed, long batch, List<Long> ids) {
        Long[] asked = ids.toArray(Long[]::new);
        List<Long> found = new ArrayList<>();
        List<RecordEntry> entries = new ArrayList<>();
        jdbc.sql(STANDING).param("ids", asked).param("feed", feed).query(row -> {
            StoredRecord stored = rows.mapRow(row, 0);
            found.add(stored.id());
            entries.add(new RecordEntry(withdrawn(stored.record()), stored.key(), 0, row.getString("original")));
        });
        if (entries.isEmpty()) {
            return 0;
        }
        records.append(feed, batch, entries);
        int followed = jdbc.sql(FOLLOWED)
                .param("ids", found.toArray(Long[]::new))
                .param("feed", feed)
                .param("batch", batch)
                .query(Integer.class)
                .single();
        if (followed != found.size()) {
            throw new ConcurrencyFailureException(
                    "%d of %d matters got another version meanwhile".formatted(found.size() - followed, found.size()));
        }
        return followed;
    }

    private static CreditRecord withdrawn(CreditRecord record) {
        RecordShape shape = RecordShape.of(record.kind());
        Map<String, String> texts = new HashMap<>(shape.write(record));
        texts.put("state", RecordState.WITHDRAWN.token());
        return shape.read(texts);
    }
}
