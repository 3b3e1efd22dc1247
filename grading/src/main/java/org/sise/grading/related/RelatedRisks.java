package org.sise.grading.related;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.sise.core.code.CreditCode;
import org.sise.core.record.RecordHeader;
import org.sise.core.record.RecordKind;
import org.sise.core.record.RecordShape;
import org.sise.core.record.RecordState;
import org.sise.core.record.RelatedRisk;
import org.sise.ledger.record.RecordEntry;
import org.sise.ledger.record.Records;
import org.sise.ledger.record.StandingRecords;
import org.sise.ledger.record.StoredRecord;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings the ledger's records of related risk up to what was found: appends what is new or other, withdraws what is over. */
final class RelatedRisks {

    static final String FEED = "related-risk";

    private static final String DEPARTMENT = "关联图谱 / related parties";
    private static final int CHUNK = 1_000;
    private static final int MILLIONTHS = 6;

    private final DataSource dataSource;
    private final Records records;
    private final StandingRecords standing;
    private final TransactionTemplate transaction;

    RelatedRisks(DataSource dataSource, TransactionTemplate transaction) {
        this.dataSource = dataSource;
        this.records = new Records(dataSource);
        this.standing = new StandingRecords(dataSource);
        this.transaction = transaction;
    }

    /** What was appended and withdrawn. */
    record Change(int appended, int withdrawn) {}

    /** Brings everybody's up to date. */
    Change all(Collection<Found> found, LocalDate day) {
        return change(found, standing.all(RecordKind.RELATED_RISK), day);
    }

    /** Brings those of some businesses up to date; nothing was found for those that are not among {@code found}. */
    Change of(Collection<String> businesses, Collection<Found> found, LocalDate day) {
        return change(found, standing.of(businesses, RecordKind.RELATED_RISK), day);
    }

    private Change change(Collection<Found> found, List<StoredRecord> now, LocalDate day) {
        Map<String, StoredRecord> over = new LinkedHashMap<>();
        now.forEach(stored -> over.put(stored.record().header().subject().value(), stored));
        int appended = 0;
        List<Found> all = List.copyOf(found);
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<Found> chunk = all.subList(from, Math.min(all.size(), from + CHUNK));
            Ways ways = Ways.of(chunk, dataSource);
            List<RecordEntry> entries = new ArrayList<>();
            for (Found one : chunk) {
                StoredRecord known = over.remove(one.business());
                RelatedRisk risk = risk(one, ways, day);
                if (known == null || !(known.record() instanceof RelatedRisk was) || !says(was, risk)) {
                    entries.add(entry(one.business(), risk));
                }
            }
            append(entries);
            appended += entries.size();
        }
        List<RecordEntry> ends = new ArrayList<>();
        over.forEach((business, stored) -> ends.add(entry(business, withdrawn((RelatedRisk) stored.record(), day))));
        for (int from = 0; from < ends.size(); from += CHUNK) {
            append(ends.subList(from, Math.min(ends.size(), from + CHUNK)));
        }
        return new Change(appended, ends.size());
    }

    private void append(List<RecordEntry> entries) {
        transaction.executeWithoutResult(_ -> records.append(FEED, 0, entries));
    }

    private static RecordEntry entry(String business, RelatedRisk risk) {
        return new RecordEntry(risk, business, 0, "{}");
    }

    private static RelatedRisk risk(Found found, Ways ways, LocalDate day) {
        return new RelatedRisk(
                new RecordHeader(
                        new CreditCode(found.business()),
                        day,
                        null,
                        DEPARTMENT,
                        RecordState.EFFECTIVE,
                        null,
                        null,
                        null,
                        null),
                ways.name(found.origin()),
                new CreditCode(found.origin()),
                found.relation(),
                found.finding(),
                BigDecimal.valueOf(found.effect(), MILLIONTHS).stripTrailingZeros(),
                BigDecimal.valueOf(found.steps()),
                ways.words(found));
    }

    /** Whether two say the same, the day aside. */
    private static boolean says(RelatedRisk was, RelatedRisk is) {
        RecordShape shape = RecordShape.of(RecordKind.RELATED_RISK);
        return shape.writeOwn(was).equals(shape.writeOwn(is));
    }

    private static RelatedRisk withdrawn(RelatedRisk risk, LocalDate day) {
        RecordShape shape = RecordShape.of(RecordKind.RELATED_RISK);
        Map<String, String> texts = new HashMap<>(shape.write(risk));
        texts.put("state", RecordState.WITHDRAWN.token());
        texts.put("date", day.toString());
        return (RelatedRisk) shape.read(texts);
    }
}
