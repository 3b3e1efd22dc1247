package org.sise.integrations.descriptor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.RecordField;
import org.sise.core.record.RecordKind;
import org.sise.core.record.RecordShape;
import org.sise.core.record.RecordState;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads which records a row gives, and holds them against the shapes of their kinds. */
final class RecordReader {

    private final DescriptorFaults faults;
    private final @Nullable Path folder;

    /** With the folder that the descriptor stands in, or null when it stands in none. */
    RecordReader(DescriptorFaults faults, @Nullable Path folder) {
        this.faults = faults;
        this.folder = folder;
    }

    List<RecordMapping> records(YamlMapping top) {
        List<RecordMapping> records = new ArrayList<>();
        if (top.required("records") == null) {
            return records;
        }
        List<Node> nodes = top.list("records");
        if (nodes.isEmpty()) {
            faults.add(top.keyNode("records"), "records", "至少一种记录", "at least one record is needed");
        }
        for (int i = 0; i < nodes.size(); i++) {
            RecordMapping record = record(new YamlMapping(nodes.get(i), "records[%d]".formatted(i + 1), faults));
            if (record != null) {
                records.add(record);
            }
        }
        return records;
    }

    private @Nullable RecordMapping record(YamlMapping map) {
        String token = map.requiredText("kind");
        RecordKind kind = null;
        List<String> tokens = new ArrayList<>();
        for (RecordKind candidate : RecordKind.values()) {
            if (candidate != RecordKind.RELATED_RISK) { // worked out by Sise itself, never handed in
                tokens.add(candidate.token());
                kind = candidate.token().equals(token) ? candidate : kind;
            }
        }
        if (kind == null && !token.isEmpty()) {
            faults.unknown(map.keyNode("kind"), map.at("kind"), token, tokens);
        }
        Node fieldsNode = map.required("fields");
        map.required("key");
        List<String> key = map.texts("key");
        List<Condition> when = new ConditionReader(faults).conditions(map, "when");
        map.closed();
        if (kind == null || fieldsNode == null) {
            return null;
        }
        Map<String, RecordField> shape = RecordShape.of(kind).fields();
        YamlMapping fields = new YamlMapping(fieldsNode, map.at("fields"), faults);
        FieldReader reader = new FieldReader(faults, folder, shape);
        Map<String, FieldMapping> mappings = new LinkedHashMap<>();
        for (String name : fields.keys()) {
            RecordField field = shape.get(name);
            Node node = fields.optional(name);
            if (field == null) {
                faults.unknown(fields.keyNode(name), fields.at(name), name, shape.keySet());
            } else if (node != null) {
                FieldMapping mapping = reader.field(field, node, fields.at(name));
                if (mapping != null) {
                    mappings.put(name, mapping);
                }
            }
        }
        for (RecordField field : shape.values()) {
            boolean given = field.type() == RecordState.class || field.name().equals("department");
            if (field.required() && !given && !fields.keys().contains(field.name())) {
                faults.add(
                        fields.node(),
                        fields.at(field.name()),
                        "缺少必填字段, 请映射",
                        "%s needs this field: map it".formatted(kind.token()));
            }
        }
        for (String part : key) {
            if (!shape.containsKey(part)) {
                faults.unknown(map.keyNode("key"), map.at("key"), part, shape.keySet());
            } else if (!fields.keys().contains(part)) {
                faults.add(
                        map.keyNode("key"),
                        map.at("key"),
                        "字段“%s”未映射".formatted(part),
                        "field '%s' is not mapped".formatted(part));
            }
        }
        return new RecordMapping(kind, key, when, mappings, reader.checks());
    }
}
