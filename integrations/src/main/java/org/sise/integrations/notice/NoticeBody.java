package org.sise.integrations.notice;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;
import org.sise.ledger.business.Business;
import org.sise.ledger.grade.Grades;
import org.sise.ledger.outbox.OutboxEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The body of a notice: a CloudEvent 1.0 in JSON, whose data are the event's and the business's. */
final class NoticeBody {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String[] COLOURS = {"before", "after"};

    private NoticeBody() {}

    /**
     * The body.
     *
     * @param number the notice's number among its subscriber's
     * @param business the business as the register has it, or null
     */
    static String of(OutboxEvent event, UUID key, long number, @Nullable Business business) {
        ObjectNode body = JSON.createObjectNode();
        body.put("specversion", "1.0");
        body.put("id", key.toString());
        body.put("source", "urn:sise");
        body.put("type", event.topic());
        body.put("subject", event.subject());
        body.put("time", time(event.createdAt()));
        body.put("datacontenttype", "application/json");
        body.put("sequence", "%019d".formatted(number));
        ObjectNode data = body.putObject("data");
        if (business != null) {
            ObjectNode about = data.putObject("business");
            about.put("code", business.code());
            about.put("name", business.name());
            about.put("region", business.region());
            about.put("industry", business.industry());
        }
        for (Map.Entry<String, JsonNode> field : payload(event).properties()) {
            data.set(field.getKey(), field.getValue());
        }
        return JSON.writeValueAsString(body);
    }

    /** The event's payload, colours as words. */
    static ObjectNode payload(OutboxEvent event) {
        JsonNode read = JSON.readTree(event.payload());
        if (!(read instanceof ObjectNode payload)) {
            return JSON.createObjectNode();
        }
        if (event.topic().equals(Grades.CHANGED)) {
            for (String field : COLOURS) {
                Grade grade = grade(payload.get(field));
                if (grade != null) {
                    payload.put(field, grade.name().toLowerCase(Locale.ROOT));
                }
            }
        }
        return payload;
    }

    static @Nullable Grade grade(@Nullable JsonNode node) {
        return node == null || !node.isInt() ? null : Grade.values()[node.intValue()];
    }

    private static String time(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(ZONE));
    }
}
