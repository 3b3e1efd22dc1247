package org.sise.integrations.descriptor;

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
import org.snakeyaml.engine.v2.nodes.Tag;

/** A mapping of a YAML document with the places of its parts; what is asked for and not there becomes a fault. */
final class YamlMapping {

    private final Node node;
    private final String path;
    private final DescriptorFaults faults;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    YamlMapping(Node node, String path, DescriptorFaults faults) {
        this.node = node;
        this.path = path;
        this.faults = faults;
        if (!(node instanceof MappingNode mapping)) {
            faults.add(node, path, "应为键值表", "a mapping of keys to values is needed here");
            return;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                faults.add(tuple.getKeyNode(), path, "键应为文字", "a key must be a word");
                continue;
            }
            if (values.containsKey(key.getValue())) {
                faults.add(
                        key,
                        at(key.getValue()),
                        "重复, 请只保留一处",
                        "stands here twice, also at line %d: keep one"
                                .formatted(DescriptorFaults.line(keyNode(key.getValue()))));
                continue;
            }
            values.put(key.getValue(), tuple.getValueNode());
            keys.put(key.getValue(), key);
        }
    }

    Node node() {
        return node;
    }

    String path() {
        return path;
    }

    String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** The keys that are there. */
    Set<String> keys() {
        return keys.keySet();
    }

    Node keyNode(String key) {
        return keys.getOrDefault(key, node);
    }

    @Nullable
    Node optional(String key) {
        asked.add(key);
        Node value = values.get(key);
        return value instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL) ? null : value;
    }

    @Nullable
    Node required(String key) {
        Node value = optional(key);
        if (value == null) {
            faults.add(keyNode(key), at(key), "缺少必填项", "is needed here: supply it");
        }
        return value;
    }

    @Nullable
    String optionalText(String key) {
        Node value = optional(key);
        return value == null ? null : faults.text(value, at(key));
    }

    /** The text, or an empty one with a fault. */
    String requiredText(String key) {
        Node value = required(key);
        String text = value == null ? null : faults.text(value, at(key));
        return text == null ? "" : text;
    }

    /** The parts of a list, or the one thing that stands in its place. */
    List<Node> list(String key) {
        Node value = optional(key);
        if (value == null) {
            return List.of();
        }
        return value instanceof SequenceNode sequence ? sequence.getValue() : List.of(value);
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Node part : list(key)) {
            String text = faults.text(part, at(key));
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** A fault for every key that nobody asked for. */
    void closed() {
        for (Map.Entry<String, Node> key : keys.entrySet()) {
            if (!asked.contains(key.getKey())) {
                faults.unknown(key.getValue(), at(key.getKey()), key.getKey(), asked);
            }
        }
    }
}
