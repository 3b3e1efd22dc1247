package org.sise.graph.rule;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A mapping of a rule file. What is asked for and missing or wrong is a fault, and a harmless value stands in; what nobody
 * asks for is a fault in the end.
 */
public final class RuleSection {

    private static final Set<String> CONFIDENCES = Set.of("high", "medium", "low");

    private final Node node;
    private final String path;
    private final RuleFile file;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private final List<RuleSection> parts = new ArrayList<>();

    RuleSection(MappingNode node, String path, RuleFile file) {
        this.node = node;
        this.path = path;
        this.file = file;
        for (NodeTuple tuple : node.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                file.add(tuple.getKeyNode(), path, "键应为文字", "a key must be a word");
            } else if (values.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
                file.add(key, at(key.getValue()), "重复, 请只保留一处", "stands here twice: keep one");
            } else {
                keys.put(key.getValue(), key);
            }
        }
    }

    /** Whether the key is there. */
    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** A text; an empty one stands in. */
    public String text(String key) {
        Node value = required(key);
        String text = value == null ? null : scalar(value, at(key));
        return text == null ? "" : text;
    }

    /** A whole number within bounds; the least stands in. */
    public int integer(String key, int least, int most) {
        return number(key, BigDecimal.valueOf(least), BigDecimal.valueOf(most), 0)
                .intValue();
    }

    /** A decimal within bounds, with so many decimals at most; the least stands in. */
    public BigDecimal number(String key, BigDecimal least, BigDecimal most, int decimals) {
        Node value = required(key);
        String text = value == null ? null : scalar(value, at(key));
        if (value == null || text == null) {
            return least;
        }
        try {
            BigDecimal number = new BigDecimal(text.replace("_", ""));
            boolean fine = number.stripTrailingZeros().scale() <= decimals;
            if (fine && number.compareTo(least) >= 0 && number.compareTo(most) <= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        file.add(
                value,
                at(key),
                "应为%s至%s的数, 至多%d位小数".formatted(least.toPlainString(), most.toPlainString(), decimals),
                "a number from %s to %s with %d decimals at most is needed here, not “%s”"
                        .formatted(least.toPlainString(), most.toPlainString(), decimals, text));
        return least;
    }

    /** A date; the first of 1970 stands in. */
    public LocalDate date(String key) {
        Node value = required(key);
        String text = value == null ? null : scalar(value, at(key));
        if (value == null || text == null) {
            return LocalDate.EPOCH;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            file.add(value, at(key), "应为日期, 如2026-01-31", "a date such as 2026-01-31 is needed here");
            return LocalDate.EPOCH;
        }
    }

    /** A list of texts; none when the key is not there. */
    public List<String> texts(String key) {
        asked.add(key);
        List<String> texts = new ArrayList<>();
        for (Node item : items(key)) {
            String text = scalar(item, at(key));
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** A list of mappings; none when the key is not there. */
    public List<RuleSection> sections(String key) {
        asked.add(key);
        List<RuleSection> sections = new ArrayList<>();
        List<Node> items = items(key);
        for (int i = 0; i < items.size(); i++) {
            RuleSection section = section(items.get(i), at(key) + "[" + (i + 1) + "]");
            if (section != null) {
                sections.add(section);
            }
        }
        return sections;
    }

    /** A mapping; an empty one, of which nothing more is a fault, stands in. */
    public RuleSection section(String key) {
        Node value = required(key);
        RuleSection section = value == null ? null : section(value, at(key));
        return section == null ? RuleFile.nothing(at(key)) : section;
    }

    /** Names all keys that may be there. */
    public void only(List<String> possible) {
        asked.addAll(possible);
    }

    /** Looks for where the figures come from ({@code source}) and how sure that is ({@code confidence}). */
    public void provenance() {
        text("source");
        String confidence = text("confidence");
        if (!confidence.isEmpty() && !CONFIDENCES.contains(confidence)) {
            fault("confidence", "应为 high、medium 或 low", "high, medium or low is needed here");
        }
    }

    /** Says what is wrong with the value of a key. */
    public void fault(String key, String zh, String en) {
        file.add(values.getOrDefault(key, node), at(key), zh, en);
    }

    /** A fault for every key here and below that nobody asked for. */
    void closed() {
        keys.forEach((key, at) -> {
            if (!asked.contains(key)) {
                file.add(
                        at,
                        at(key),
                        "未知, 可用: " + String.join(", ", asked),
                        "unknown, use one of: " + String.join(", ", asked));
            }
        });
        parts.forEach(RuleSection::closed);
    }

    private List<Node> items(String key) {
        Node value = values.get(key);
        if (value == null) {
            return List.of();
        }
        return value instanceof SequenceNode sequence ? sequence.getValue() : List.of(value);
    }

    private @Nullable RuleSection section(Node value, String at) {
        if (value instanceof MappingNode mapping) {
            RuleSection section = new RuleSection(mapping, at, file);
            parts.add(section);
            return section;
        }
        file.add(value, at, "应为键值表", "a mapping of keys to values is needed here");
        return null;
    }

    private @Nullable Node required(String key) {
        asked.add(key);
        Node value = values.get(key);
        if (value == null) {
            file.add(node, at(key), "缺少必填项", "is needed here: supply it");
        }
        return value;
    }

    private @Nullable String scalar(Node value, String at) {
        if (value instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        file.add(value, at, "应为文字", "a single value is needed here");
        return null;
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
