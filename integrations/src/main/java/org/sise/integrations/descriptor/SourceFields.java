package org.sise.integrations.descriptor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads what the sections of all sources have in common: durations, numbers, paths, secrets, schedules. */
final class SourceFields {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");
    private static final Pattern SECRET = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

    private final DescriptorFaults faults;

    SourceFields(DescriptorFaults faults) {
        this.faults = faults;
    }

    DescriptorFaults faults() {
        return faults;
    }

    /** The mapping at a key, read to its end by a function; null when it is not there. */
    <T> @Nullable T section(YamlMapping map, String key, Function<YamlMapping, T> read) {
        Node node = map.optional(key);
        if (node == null) {
            return null;
        }
        YamlMapping section = new YamlMapping(node, map.at(key), faults);
        if (!(node instanceof MappingNode)) {
            return null;
        }
        T value = read.apply(section);
        section.closed();
        return value;
    }

    Duration duration(YamlMapping map, String key, Duration usual) {
        String text = map.optionalText(key);
        if (text == null) {
            return usual;
        }
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            faults.add(
                    map.keyNode(key),
                    map.at(key),
                    "应为时长, 如 30s, 5m, 2h, 1d",
                    "must be a duration such as 30s, 5m, 2h or 1d");
            return usual;
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    int number(YamlMapping map, String key, int usual, int low, int high) {
        String text = map.optionalText(key);
        if (text == null) {
            return usual;
        }
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < low || Integer.parseInt(text) > high) {
            faults.add(
                    map.keyNode(key),
                    map.at(key),
                    "应为%d至%d的整数".formatted(low, high),
                    "must be a whole number from %d to %d".formatted(low, high));
            return usual;
        }
        return Integer.parseInt(text);
    }

    /** One of some words, or the usual one. */
    String word(YamlMapping map, String key, String usual, List<String> words) {
        String word = Objects.requireNonNullElse(map.optionalText(key), usual);
        if (!words.contains(word)) {
            faults.unknown(map.keyNode(key), map.at(key), word, words);
            return usual;
        }
        return word;
    }

    /** A path of names joined by points, such as {@code data.list}; empty for a single point. */
    List<String> path(YamlMapping map, String key, String text) {
        if (text.isEmpty() || text.equals(".")) {
            return List.of();
        }
        List<String> names = List.of(text.split("\\.", -1));
        if (names.contains("")) {
            faults.add(map.keyNode(key), map.at(key), "应为以点连接的路径, 如 data.list", "must be a path such as data.list");
        }
        return names;
    }

    @Nullable
    List<String> optionalPath(YamlMapping map, String key) {
        String text = map.optionalText(key);
        return text == null ? null : path(map, key, text);
    }

    /** What must be {@code {secret: NAME}}: a value that stands there openly is a fault. */
    @Nullable
    Secret secret(YamlMapping map, String key) {
        Node node = map.optional(key);
        if (node == null) {
            return null;
        }
        if (!(node instanceof MappingNode)) {
            openly(node, map.at(key));
            return null;
        }
        return section(map, key, this::secret);
    }

    /** The secret that a mapping names at {@code secret}. */
    Secret secret(YamlMapping map) {
        String name = map.requiredText("secret");
        if (!name.isEmpty() && !SECRET.matcher(name).matches()) {
            faults.add(
                    map.keyNode("secret"),
                    map.at("secret"),
                    "密钥名只用大写字母、数字和下划线, 以字母开头",
                    "the name of a secret is capital letters, digits and underscores");
        }
        return new Secret(name);
    }

    void openly(Node node, String path) {
        faults.add(
                node,
                path,
                "密钥不能写在描述文件中, 请写 {secret: 名称}, 并以环境变量 SISE_SECRET_名称 或文件 secrets/feeds/名称 提供",
                "a secret must not stand here: write {secret: NAME} and supply it as the environment variable"
                        + " SISE_SECRET_NAME or the file secrets/feeds/NAME");
    }

    /** Texts by name, each as it stands or a secret; what by its name must be secret must not stand openly. */
    Map<String, SourceText> texts(YamlMapping map, String key) {
        Map<String, SourceText> texts = new LinkedHashMap<>();
        section(map, key, section -> {
            for (String name : new ArrayList<>(section.keys())) {
                Node node = section.optional(name);
                if (node instanceof MappingNode) {
                    Secret secret = secret(section, name);
                    if (secret != null) {
                        texts.put(name, new SourceText.Hidden(secret, ""));
                    }
                } else if (isSecret(name) && node != null) {
                    openly(node, section.at(name));
                } else {
                    texts.put(name, new SourceText.Plain(Objects.requireNonNullElse(section.optionalText(name), "")));
                }
            }
            return true;
        });
        return texts;
    }

    static boolean isSecret(String name) {
        return name.toLowerCase(java.util.Locale.ROOT)
                .matches(
                        "authorization|proxy-authorization|cookie|.*(token|secret|password|passwd|api[-_]?key|apikey).*");
    }

    Schedule schedule(YamlMapping map) {
        Node every = map.optional("every");
        String cron = map.optionalText("cron");
        if ((every == null) == (cron == null)) {
            faults.add(
                    map.keyNode(every == null ? "type" : "cron"),
                    map.at(every == null ? "every" : "cron"),
                    "every 与 cron 须有且只有一个, 如 every: 10m",
                    "one of every and cron is needed, such as every: 10m");
        }
        if (cron != null) {
            try {
                return new Schedule.At(Cron.of(cron));
            } catch (IllegalArgumentException e) {
                faults.add(
                        map.keyNode("cron"),
                        map.at("cron"),
                        "不是有效的cron表达式 (分 时 日 月 周), 如 \"30 2 * * *\"",
                        "is no cron expression such as \"30 2 * * *\": " + e.getMessage());
            }
        }
        Duration period = duration(map, "every", Duration.ofHours(1));
        if (period.compareTo(Duration.ofSeconds(1)) < 0) {
            faults.add(map.keyNode("every"), map.at("every"), "不得短于 1s", "must be 1s or longer");
        }
        return new Schedule.Every(period);
    }

    RetryRule retry(YamlMapping map) {
        RetryRule usual = RetryRule.USUAL;
        RetryRule rule = section(
                map,
                "retry",
                retry -> new RetryRule(
                        number(retry, "attempts", usual.attempts(), 1, 100),
                        duration(retry, "first", usual.first()),
                        duration(retry, "longest", usual.longest())));
        return rule == null ? usual : rule;
    }
}
