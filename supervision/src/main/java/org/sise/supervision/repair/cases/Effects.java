package org.sise.supervision.repair.cases;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.sise.core.record.CreditRecord;
import org.sise.core.record.RecordShape;
import org.sise.core.record.RecordState;
import org.sise.ledger.outbox.Outbox;
import org.sise.ledger.record.Decisions;
import org.sise.ledger.record.StoredRecord;
import tools.jackson.databind.json.JsonMapper;

/** What a decision does to the ledger, in the caller's transaction. The regrade ticket follows with the new version. */
final class Effects {

    /** In the detail of a grant: the business is registered in another province, whose authority has to be told. */
    static final String ELSEWHERE = "elsewhere";

    private final Decisions decisions;
    private final Outbox outbox;

    Effects(DataSource dataSource) {
        this.decisions = new Decisions(dataSource);
        this.outbox = new Outbox(dataSource);
    }

    /** The record is repaired: its publicity ends on the day. */
    StoredRecord repair(RepairCase one, StoredRecord latest, LocalDate day) {
        StoredRecord repaired =
                decisions.append(latest, in(latest.record(), RecordState.REPAIRED, day), Decisions.REPAIR, one.id());
        tell(RepairCases.GRANTED, one, latest, repaired, day);
        return repaired;
    }

    /** The record was wrong: it is withdrawn. */
    StoredRecord withdraw(RepairCase one, StoredRecord latest, LocalDate day) {
        StoredRecord withdrawn =
                decisions.append(latest, in(latest.record(), RecordState.WITHDRAWN, day), Decisions.REPAIR, one.id());
        tell(RepairCases.OBJECTION_UPHELD, one, latest, withdrawn, day);
        return withdrawn;
    }

    /** The repair is undone: the record says again what it said before, with what was corrected since. */
    StoredRecord restore(RepairCase one, StoredRecord latest, LocalDate day) {
        StoredRecord before = decisions
                .before(one.recordKind(), one.recordKey(), Decisions.REPAIR)
                .orElseThrow();
        RecordShape shape = RecordShape.of(one.recordKind());
        Map<String, String> was = shape.write(before.record());
        Map<String, String> texts = new HashMap<>(shape.write(latest.record()));
        for (String field : new String[] {"state", "publishedUntil", "removedOn"}) {
            texts.remove(field);
            String text = was.get(field);
            if (text != null) {
                texts.put(field, text);
            }
        }
        StoredRecord restored = decisions.append(latest, shape.read(texts), before.feed(), before.batch());
        tell(RepairCases.REVERSED, one, latest, restored, day);
        return restored;
    }

    /** Tells the departments that have subscribed of an outcome. */
    void decided(RepairCase one, Step outcome, LocalDate day) {
        Map<String, Object> payload = payload(one, day);
        payload.put("outcome", outcome.token());
        outbox.add(RepairCases.DECIDED, one.business(), JsonMapper.shared().writeValueAsString(payload));
    }

    private void tell(String topic, RepairCase one, StoredRecord was, StoredRecord now, LocalDate day) {
        Map<String, Object> payload = payload(one, day);
        payload.put("was", was.id());
        payload.put("record", now.id());
        payload.put("document", String.valueOf(now.record().header().document()));
        outbox.add(topic, one.business(), JsonMapper.shared().writeValueAsString(payload));
    }

    private static Map<String, Object> payload(RepairCase one, LocalDate day) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("case", one.id());
        payload.put("kind", one.kind().token());
        payload.put("recordKind", one.recordKind().token());
        payload.put("recordKey", one.recordKey());
        payload.put("appliedFor", one.recordId());
        payload.put("department", one.department());
        payload.put("day", day.toString());
        return payload;
    }

    private static CreditRecord in(CreditRecord record, RecordState state, LocalDate day) {
        RecordShape shape = RecordShape.of(record.kind());
        Map<String, String> texts = new HashMap<>(shape.write(record));
        texts.put("state", state.token());
        LocalDate from = record.header().publishedFrom();
        LocalDate until = record.header().publishedUntil();
        if ((from == null || !from.isAfter(day)) && (until == null || until.isAfter(day))) {
            texts.put("publishedUntil", day.toString());
        }
        if (shape.fields().containsKey("removedOn")
                && !texts.containsKey("removedOn")
                && !record.header().date().isAfter(day)) {
            texts.put("removedOn", day.toString());
        }
        return shape.read(texts);
    }
}
