package org.sise.integrations.fetch;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.HttpSource;
import org.sise.integrations.descriptor.Schedule;
import org.sise.integrations.landing.Fetch;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Since when an API is asked for what is new.
 *
 * @param rule the descriptor's, or null
 * @param last the last fetch's: a field's greatest value, or the time at which that pull began; null before the first
 */
record SincePosition(
        HttpSource.@Nullable Since rule, @Nullable String last) {

    private static final String KEY = "since";
    private static final JsonMapper JSON = new JsonMapper();

    static SincePosition of(HttpSource.@Nullable Since rule, Optional<Fetch> former) {
        String last = former.map(fetch -> JSON.readValue(fetch.position(), new TypeReference<Map<String, String>>() {})
                        .get(KEY))
                .orElse(null);
        return new SincePosition(rule, last);
    }

    /** What is sent, or null for nothing. */
    @Nullable
    String sent() {
        if (rule == null) {
            return null;
        }
        if (last == null) {
            return rule.initial();
        }
        if (rule.field() != null) {
            return last;
        }
        OffsetDateTime time =
                Instant.parse(last).minus(rule.lag()).atZone(Schedule.ZONE).toOffsetDateTime();
        return switch (rule.form()) {
            case "iso" -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
            case "seconds" -> Long.toString(time.toEpochSecond());
            case "millis" -> Long.toString(time.toInstant().toEpochMilli());
            default -> DateTimeFormatter.ofPattern(rule.form()).format(time);
        };
    }

    /**
     * The position behind a pull, a JSON object.
     *
     * @param latest the greatest value of the rule's field, or null
     * @param started when the pull began
     */
    String position(@Nullable String latest, Instant started) {
        if (rule == null) {
            return "{}";
        }
        String value = rule.field() == null ? started.toString() : latest;
        return JSON.writeValueAsString(value == null ? Map.of() : Map.of(KEY, value));
    }
}
