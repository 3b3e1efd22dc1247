package org.sise.integrations.descriptor;

import java.time.Duration;
import java.util.List;

/** Reads a source of the type {@code kafka}. */
final class KafkaReader {

    private static final int AT_MOST = 50_000;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final SourceFields fields;

    KafkaReader(SourceFields fields) {
        this.fields = fields;
    }

    KafkaSource kafka(YamlMapping map) {
        KafkaAccessReader access = new KafkaAccessReader(fields);
        return new KafkaSource(
                access.access(map),
                access.topic(map),
                map.optionalText("group"),
                fields.word(map, "from", "start", List.of("start", "end")).equals("end"),
                fields.number(map, "at-most", AT_MOST, 1, 1_000_000),
                fields.schedule(map),
                fields.duration(map, "timeout", TIMEOUT),
                fields.retry(map));
    }
}
