package org.sise.integrations.landing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.FeedCatalogue;
import org.sise.integrations.descriptor.FeedDescriptor;
import org.sise.integrations.descriptor.UnknownBusiness;
import org.sise.integrations.mapping.MappedRow;
import org.sise.ledger.business.Businesses;
import org.sise.ledger.record.Appended;
import org.sise.ledger.record.RecordEntry;
import org.sise.ledger.record.Records;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lands batches: records to the ledger, faulty rows to the quarantine and the delivery's progress, in one transaction.
 * A batch lands once, however often it is handed over.
 */
public final class Landing {

    private final DataSource dataSource;
    private final FeedCatalogue catalogue;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Records records;
    private final Businesses businesses;
    private final WaitingRows waiting;
    private final SnapshotKeys snapshots;

    /** On a database that is up to date. */
    Landing(DataSource dataSource, FeedCatalogue catalogue, WaitingRows waiting, SnapshotKeys snapshots) {
        this.dataSource = dataSource;
        this.catalogue = catalogue;
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.records = new Records(dataSource);
        this.businesses = new Businesses(dataSource);
        this.waiting = waiting;
        this.snapshots = snapshots;
    }

    /**
     * Lands a batch, and then the waiting rows that it sets free.
     *
     * @throws org.springframework.dao.DataAccessException when the database refuses; nothing of it has landed then
     * @throws org.springframework.transaction.TransactionException when it is not known whether it has landed; land it
     *     again
     * @throws IllegalStateException when it is not the delivery's next batch
     */
    public Landed land(Batch batch) {
        FeedDescriptor descriptor = catalogue.get(batch.feed());
        Set<String> unknown = new HashSet<>();
        Landed landed = Objects.requireNonNull(transaction.execute(_ -> append(batch, descriptor, unknown)));
        if (descriptor.registers()) {
            waiting.replay(subjects(batch));
        } else if (!unknown.isEmpty()) {
            // a registration may have landed between the look at the register and the end of this transaction
            waiting.replay(unknown);
        }
        return landed;
    }

    private Landed append(Batch batch, FeedDescriptor descriptor, Set<String> unknown) {
        long next = jdbc.sql("select next_row from integrations.delivery where id = :id for update")
                .param("id", batch.delivery())
                .query(Long.class)
                .single();
        if (next == batch.end()) {
            return new Landed(Appended.NONE, 0, 0);
        }
        if (next != batch.first()) {
            throw new IllegalStateException(
                    "delivery %d goes on at row %d, not at %d".formatted(batch.delivery(), next, batch.first()));
        }
        Set<String> known =
                descriptor.unknownBusiness() == UnknownBusiness.WAIT ? businesses.known(subjects(batch)) : null;
        List<RecordEntry> entries = new ArrayList<>();
        QuarantineRows quarantine = new QuarantineRows(dataSource, batch);
        for (MappedRow row : batch.rows()) {
            String missing = known == null ? null : unknown(row, known);
            if (!row.accepted()) {
                quarantine.refused(row);
            } else if (missing != null) {
                quarantine.waiting(row, missing);
                unknown.add(missing);
            } else {
                entries.addAll(row.entries());
            }
        }
        Appended appended = records.append(batch.feed(), batch.delivery(), entries);
        quarantine.write();
        snapshots.landed(batch, descriptor);
        jdbc.sql("""
                        update integrations.delivery set next_row = :end, rows_read = rows_read + :rows,
                            fresh = fresh + :fresh, same = same + :same, corrected = corrected + :corrected,
                            quarantined = quarantined + :refused, waiting = waiting + :waits,
                            repeated = repeated + :repeated
                        where id = :id""")
                .param("end", batch.end())
                .param("rows", batch.rows().size())
                .param("fresh", appended.fresh())
                .param("same", appended.same())
                .param("corrected", appended.corrected())
                .param("refused", quarantine.refused())
                .param("waits", quarantine.waiting())
                .param("repeated", quarantine.repeated())
                .param("id", batch.delivery())
                .update();
        return new Landed(appended, quarantine.refused(), quarantine.waiting());
    }

    private static Set<String> subjects(Batch batch) {
        Set<String> subjects = new HashSet<>();
        for (MappedRow row : batch.rows()) {
            row.entries().forEach(entry -> subjects.add(subject(entry)));
        }
        return subjects;
    }

    static @Nullable String unknown(MappedRow row, Set<String> known) {
        for (RecordEntry entry : row.entries()) {
            if (!known.contains(subject(entry))) {
                return subject(entry);
            }
        }
        return null;
    }

    static String subject(RecordEntry entry) {
        return entry.record().header().subject().value();
    }
}
