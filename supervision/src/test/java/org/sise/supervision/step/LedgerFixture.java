package org.sise.supervision.step;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sise.core.calendar.WorkingCalendar;
import org.sise.core.code.CreditCode;
import org.sise.core.record.RecordKind;
import org.sise.core.record.RecordShape;
import org.sise.ledger.audit.AuditEntry;
import org.sise.ledger.outbox.Outbox;
import org.sise.ledger.outbox.OutboxEvent;
import org.sise.ledger.record.RecordEntry;
import org.sise.ledger.record.Records;
import org.sise.supervision.visit.InspectionFixture;

/** A ledger with shops into which a test writes records of all kinds. */
public final class LedgerFixture {

    public static final LocalDate DAY = InspectionFixture.DAY;

    public final InspectionFixture house = new InspectionFixture();

    /** The last day of a period of working days. */
    public static LocalDate workingDays(LocalDate from, int days) {
        return WorkingCalendar.standard().plus(from, days);
    }

    /** A record as a department's feed would bring it; a second one of the same key is a new version. */
    public void record(RecordKind kind, CreditCode about, String key, Map<String, String> fields) {
        Map<String, String> texts = new HashMap<>(
                Map.of("subject", about.value(), "date", DAY.minusDays(40).toString(), "department", "市场监督管理局"));
        texts.putAll(fields);
        house.transaction.executeWithoutResult(_ -> new Records(house.dataSource)
                .append("test", 1, List.of(new RecordEntry(RecordShape.of(kind).read(texts), key, 1, "{}"))));
    }

    public void seriousListing(CreditCode about, Map<String, String> more) {
        Map<String, String> fields =
                new HashMap<>(Map.of("list", "严重违法失信名单", "ground", "被处以较重行政处罚", "document", "沈市监列严〔2026〕1号"));
        fields.putAll(more);
        record(RecordKind.DISHONESTY_LISTING, about, "listing-" + about.value(), fields);
    }

    public void penalty(CreditCode about, String key, Map<String, String> more) {
        Map<String, String> fields = new HashMap<>(Map.of("category", "罚款", "document", "处罚" + key));
        fields.putAll(more);
        record(RecordKind.PENALTY, about, key, fields);
    }

    /** The events of a topic so far. */
    public List<OutboxEvent> events(String topic) {
        return new Outbox(house.dataSource)
                .next("test", 10_000).stream()
                        .filter(event -> event.topic().equals(topic))
                        .toList();
    }

    /** The actions in the audit log about a business, the first first. */
    public List<String> audited(CreditCode about) {
        return house.audit.latest(about.value(), 1_000).reversed().stream()
                .map(AuditEntry::action)
                .toList();
    }
}
