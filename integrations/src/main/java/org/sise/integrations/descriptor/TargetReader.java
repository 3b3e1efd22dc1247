package org.sise.integrations.descriptor;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the section {@code to}: where a department's notices go. */
final class TargetReader {

    private static final URI NOWHERE = URI.create("https://invalid");
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final List<String> TYPES = List.of("http", "folder", "kafka");

    private final SourceFields fields;

    TargetReader(SourceFields fields) {
        this.fields = fields;
    }

    @Nullable
    NoticeTarget target(YamlMapping top) {
        Node node = top.required("to");
        if (node == null) {
            return null;
        }
        YamlMapping map = new YamlMapping(node, top.at("to"), fields.faults());
        String type = map.requiredText("type");
        NoticeTarget target = switch (type) {
            case "http" -> http(map);
            case "folder" -> folder(map);
            case "kafka" -> kafka(map);
            case "" -> null;
            default -> {
                fields.faults().unknown(map.keyNode("type"), map.at("type"), type, TYPES);
                yield null;
            }
        };
        if (target != null) {
            map.closed();
        }
        return target;
    }

    private NoticeTarget http(YamlMapping map) {
        map.required("key");
        Secret key = fields.secret(map, "key");
        return new NoticeTarget.Http(
                url(map),
                key == null ? new Secret("") : key,
                fields.duration(map, "timeout", TIMEOUT),
                map.optionalText("trust"));
    }

    private URI url(YamlMapping map) {
        String text = map.requiredText("url");
        boolean insecure =
                fields.word(map, "insecure", "false", List.of("true", "false")).equals("true");
        if (text.isEmpty()) {
            return NOWHERE;
        }
        URI url;
        try {
            url = URI.create(text);
        } catch (IllegalArgumentException e) {
            fault(map, "url", "不是有效的地址", "is no address");
            return NOWHERE;
        }
        String scheme = Objects.requireNonNullElse(url.getScheme(), "").toLowerCase(Locale.ROOT);
        if (!scheme.matches("https?") || url.getHost() == null) {
            fault(map, "url", "应为 https:// 地址", "must be an address that begins with https://");
        } else if (scheme.equals("http") && !insecure) {
            fault(
                    map,
                    "url",
                    "http:// 不加密: 请用 https://, 确需明文时另写 insecure: true",
                    "http:// is not encrypted: use https://, or say insecure: true beside it");
        }
        if (url.getRawUserInfo() != null) {
            fields.openly(map.keyNode("url"), map.at("url"));
        }
        return url;
    }

    private NoticeTarget folder(YamlMapping map) {
        String folder = map.requiredText("folder");
        if (folder.contains("..")) {
            fault(map, "folder", "不能含有 ..", "must not contain ..");
        }
        String form = fields.word(map, "format", "jsonl", List.of("jsonl", "csv"));
        return new NoticeTarget.Folder(
                folder,
                NoticeTarget.Form.valueOf(form.toUpperCase(Locale.ROOT)),
                fields.number(map, "at-most", 1_000, 1, 100_000),
                fields.duration(map, "every", Duration.ofMinutes(1)));
    }

    private NoticeTarget kafka(YamlMapping map) {
        KafkaAccessReader reader = new KafkaAccessReader(fields);
        String feedback = map.optionalText("feedback");
        if (feedback != null) {
            reader.check(map, "feedback", feedback);
        }
        return new NoticeTarget.Kafka(
                reader.access(map), reader.topic(map), feedback, fields.duration(map, "timeout", TIMEOUT));
    }

    private void fault(YamlMapping map, String key, String zh, String en) {
        fields.faults().add(map.keyNode(key), map.at(key), zh, en);
    }
}
