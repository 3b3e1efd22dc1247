package org.sise.integrations.descriptor;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads how Kafka brokers are reached: {@code brokers}, {@code security} and {@code insecure}. */
final class KafkaAccessReader {

    private static final Pattern BROKER = Pattern.compile("[\\w.-]+:\\d{1,5}|\\[[0-9a-fA-F:]+]:\\d{1,5}");
    private static final Pattern TOPIC = Pattern.compile("[a-zA-Z0-9._-]{1,249}");
    private static final List<String> PROTOCOLS = List.of("SSL", "SASL_SSL", "PLAINTEXT", "SASL_PLAINTEXT");
    private static final List<String> MECHANISMS = List.of("SCRAM-SHA-512", "SCRAM-SHA-256", "PLAIN");

    private record Security(
            String protocol,
            @Nullable String mechanism,
            @Nullable String user,
            @Nullable Secret password,
            @Nullable String trust) {}

    private final SourceFields fields;

    KafkaAccessReader(SourceFields fields) {
        this.fields = fields;
    }

    KafkaAccess access(YamlMapping map) {
        boolean insecure =
                fields.word(map, "insecure", "false", List.of("true", "false")).equals("true");
        List<String> brokers = map.texts("brokers");
        if (brokers.isEmpty()) {
            map.required("brokers");
        }
        for (String broker : brokers) {
            if (!BROKER.matcher(broker).matches()) {
                fault(map, "brokers", "应为 主机:端口, 如 kafka1:9093", "must be host:port, such as kafka1:9093");
            }
        }
        Security security = fields.section(map, "security", this::security);
        if (security == null) {
            security = new Security(insecure ? "PLAINTEXT" : "SSL", null, null, null, null);
        } else if (security.protocol().endsWith("PLAINTEXT") && !insecure) {
            fault(
                    map,
                    "security",
                    "%s 不加密: 请用 SSL 或 SASL_SSL, 确需明文时另写 insecure: true".formatted(security.protocol()),
                    "%s is not encrypted: use SSL or SASL_SSL, or say insecure: true beside it"
                            .formatted(security.protocol()));
        }
        return new KafkaAccess(
                String.join(",", brokers),
                security.protocol(),
                security.mechanism(),
                security.user(),
                security.password(),
                security.trust());
    }

    String topic(YamlMapping map) {
        String topic = map.requiredText("topic");
        if (!topic.isEmpty()) {
            check(map, "topic", topic);
        }
        return topic;
    }

    void check(YamlMapping map, String key, String topic) {
        if (!TOPIC.matcher(topic).matches() || topic.equals(".") || topic.equals("..")) {
            fault(map, key, "主题名只用字母、数字、点、下划线和连字符", "a topic is letters, digits, points, underscores and hyphens");
        }
    }

    private Security security(YamlMapping map) {
        String protocol = fields.word(map, "protocol", "SSL", PROTOCOLS);
        boolean login = protocol.startsWith("SASL");
        String mechanism = login ? fields.word(map, "mechanism", MECHANISMS.getFirst(), MECHANISMS) : null;
        String user = login ? map.requiredText("user") : null;
        Secret password = login && map.required("password") != null ? fields.secret(map, "password") : null;
        return new Security(protocol, mechanism, user, password, map.optionalText("trust"));
    }

    private void fault(YamlMapping map, String key, String zh, String en) {
        fields.faults().add(map.keyNode(key), map.at(key), zh, en);
    }
}
