package org.sise.supervision.measure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sise.ledger.outbox.Outbox;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What departments are told of measures, by the outbox. */
final class MeasureNotices {

    private final Outbox outbox;

    MeasureNotices(Outbox outbox) {
        this.outbox = outbox;
    }

    void proposed(Measure measure, MeasureEntry entry) {
        ObjectNode payload = payload(measure, entry);
        payload.put("ground", measure.groundWords());
        send(measure, measure.kind() == MeasureKind.MEASURE ? "measure-proposed" : "incentive-proposed", payload);
    }

    void inForce(Measure measure, MeasureEntry entry) {
        ObjectNode payload = payload(measure, entry);
        payload.put("ground", measure.groundWords());
        put(payload, "from", measure.inForceFrom());
        put(payload, "until", measure.until());
        send(measure, measure.kind() == MeasureKind.MEASURE ? "measure-confirmed" : "incentive-granted", payload);
    }

    void over(Measure measure, MeasureEntry entry, String reason) {
        ObjectNode payload = payload(measure, entry);
        payload.put("reason", reason);
        send(measure, measure.kind() == MeasureKind.MEASURE ? "measure-lifted" : "incentive-ended", payload);
    }

    private void send(Measure measure, String topic, ObjectNode payload) {
        outbox.add(topic, measure.business().value(), payload.toString());
    }

    private static ObjectNode payload(Measure measure, MeasureEntry entry) {
        ObjectNode payload = JsonMapper.shared().createObjectNode();
        payload.put("measure", measure.id());
        payload.put("entry", entry.id());
        payload.put("category", entry.category());
        payload.put("content", entry.zh());
        payload.put("basis", entry.basis());
        payload.put("department", entry.department());
        return payload;
    }

    private static void put(ObjectNode payload, String field, @Nullable LocalDate day) {
        if (day != null) {
            payload.put(field, day.toString());
        }
    }
}
