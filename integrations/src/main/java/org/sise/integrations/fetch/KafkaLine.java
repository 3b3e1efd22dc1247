package org.sise.integrations.fetch;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Kafka record as one line of a file. A JSON value is written as it came; whatever else it is, a deletion mark or bytes
 * that are no JSON, becomes a line that is no JSON and names its place, so that it ends in the quarantine whole.
 */
final class KafkaLine {

    private static final JsonMapper JSON = new JsonMapper();

    private KafkaLine() {}

    static byte[] of(ConsumerRecord<byte[], byte[]> record) {
        byte[] value = record.value();
        if (value == null) {
            return text("deletion", record, null);
        }
        if (!isJson(value)) {
            return text("no-json", record, value);
        }
        byte[] line = value.clone();
        for (int i = 0; i < line.length; i++) {
            // outside of texts line ends are white space, and within texts JSON allows none
            if (line[i] == '\n' || line[i] == '\r') {
                line[i] = ' ';
            }
        }
        return line;
    }

    private static boolean isJson(byte[] value) {
        try {
            return JSON.readTree(StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(value))
                            .toString())
                    .isObject();
        } catch (JacksonException | CharacterCodingException e) {
            return false;
        }
    }

    private static byte[] text(String what, ConsumerRecord<byte[], byte[]> record, byte @Nullable [] value) {
        StringBuilder line = new StringBuilder(
                "kafka %s partition=%d offset=%d".formatted(what, record.partition(), record.offset()));
        if (record.key() != null) {
            line.append(" key=").append(readable(record.key()));
        }
        if (value != null) {
            line.append(" value=").append(readable(value));
        }
        return line.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The text, if it is one on one line, else Base64. */
    private static String readable(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.chars().noneMatch(Character::isISOControl)) {
                return JSON.writeValueAsString(text);
            }
        } catch (CharacterCodingException e) {
            return "base64:" + Base64.getEncoder().encodeToString(bytes);
        }
        return "base64:" + Base64.getEncoder().encodeToString(bytes);
    }
}
