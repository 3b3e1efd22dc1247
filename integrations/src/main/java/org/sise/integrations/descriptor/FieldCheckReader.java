package org.sise.integrations.descriptor;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.core.money.Yuan;
import org.sise.core.record.RecordField;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the check of one field and holds it against the field's type. */
final class FieldCheckReader {

    private static final List<String> WORDS =
            List.of("matches", "in", "not-in", "min", "max", "not-before", "not-after");

    private final DescriptorFaults faults;
    private final Map<String, RecordField> shape;

    FieldCheckReader(DescriptorFaults faults, Map<String, RecordField> shape) {
        this.faults = faults;
        this.shape = shape;
    }

    /** The check under the key {@code check}, or null when there is none. */
    @Nullable
    FieldCheck check(RecordField field, YamlMapping in) {
        Node node = in.optional("check");
        if (node == null) {
            return null;
        }
        YamlMapping map = new YamlMapping(node, in.at("check"), faults);
        FieldCheck check = new FieldCheck(
                Patterns.read(map, "matches", faults),
                map.texts("in"),
                map.texts("not-in"),
                number(field, map, "min"),
                number(field, map, "max"),
                day(field, map, "not-before"),
                day(field, map, "not-after"),
                Title.read(map, "says", faults));
        map.closed();
        if (WORDS.stream().noneMatch(map.keys()::contains)) {
            faults.add(
                    node,
                    map.path(),
                    "至少需要一项: " + String.join(", ", WORDS),
                    "one of these is needed: " + String.join(", ", WORDS));
        }
        return check;
    }

    private @Nullable BigDecimal number(RecordField field, YamlMapping map, String key) {
        String text = map.optionalText(key);
        if (text == null) {
            return null;
        }
        if (field.type() != BigDecimal.class && field.type() != Yuan.class) {
            unfit(field, map, key);
            return null;
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            faults.add(map.keyNode(key), map.at(key), "应为数字", "must be a number");
            return null;
        }
    }

    private @Nullable String day(RecordField field, YamlMapping map, String key) {
        String text = map.optionalText(key);
        if (text == null) {
            return null;
        }
        if (field.type() != LocalDate.class) {
            unfit(field, map, key);
            return null;
        }
        RecordField other = shape.get(text);
        if (other != null && other.type() == LocalDate.class) {
            return text;
        }
        try {
            return LocalDate.parse(text).toString();
        } catch (DateTimeException e) {
            faults.add(
                    map.keyNode(key),
                    map.at(key),
                    "应为日期 yyyy-MM-dd 或另一个日期字段名",
                    "must be a day, yyyy-MM-dd, or the name of another field that is a day");
            return null;
        }
    }

    private void unfit(RecordField field, YamlMapping map, String key) {
        faults.add(
                map.keyNode(key),
                map.at(key),
                "字段“%s”不能这样检查".formatted(field.name()),
                "field '%s' cannot be checked so: remove it".formatted(field.name()));
    }
}
