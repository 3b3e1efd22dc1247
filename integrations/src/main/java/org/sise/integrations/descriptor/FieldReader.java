package org.sise.integrations.descriptor;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.core.money.Yuan;
import org.sise.core.person.PersonKey;
import org.sise.core.record.FieldFaultException;
import org.sise.core.record.RecordField;
import org.sise.core.record.Severity;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads the mapping of one field and holds it against the field's type. */
final class FieldReader {

    private static final List<String> CONVERSIONS = List.of("date", "unit", "table", "region", "capital", "document");

    private final DescriptorFaults faults;

    FieldReader(DescriptorFaults faults) {
        this.faults = faults;
    }

    @Nullable
    FieldMapping field(RecordField field, Node node, String path) {
        if (node instanceof ScalarNode column) {
            personless(field, node, path);
            return new FieldMapping.Cell(column.getValue(), plain(field), null, List.of());
        }
        YamlMapping map = new YamlMapping(node, path, faults);
        List<Condition> when = conditions(map, "when");
        FieldMapping mapping;
        if (map.keys().contains("constant")) {
            String text = map.requiredText("constant");
            valid(field, map.keyNode("constant"), map.at("constant"), text);
            mapping = new FieldMapping.Constant(text, when);
        } else if (map.keys().contains("person")) {
            mapping = person(field, map, when);
        } else if (map.keys().contains("by")) {
            mapping = severity(field, map, when);
        } else {
            mapping = cell(field, map, when);
        }
        map.closed();
        return mapping;
    }

    private FieldMapping cell(RecordField field, YamlMapping map, List<Condition> when) {
        personless(field, map.node(), map.path());
        String column = map.requiredText("column");
        String fallback = map.optionalText("default");
        if (fallback != null) {
            valid(field, map.keyNode("default"), map.at("default"), fallback);
        }
        List<String> given = new ArrayList<>(CONVERSIONS);
        given.retainAll(map.keys());
        if (given.size() > 1) {
            faults.add(
                    map.keyNode(given.get(1)),
                    map.at(given.get(1)),
                    "只能用一种转换",
                    "use only one conversion: " + String.join(", ", given));
        }
        Conversion conversion = given.isEmpty() ? plain(field) : conversion(given.getFirst(), field, map);
        given.forEach(map::optional);
        map.optional("otherwise");
        return new FieldMapping.Cell(column, conversion, fallback, when);
    }

    private Conversion conversion(String word, RecordField field, YamlMapping map) {
        return switch (word) {
            case "date" -> dates(field, map);
            case "unit" -> unit(field, map);
            case "table" -> table(field, map);
            case "region" -> {
                fits(field, String.class, map, "region");
                oneOf(map, "region", "name", "true");
                yield new Conversion.Region();
            }
            case "capital" -> {
                fits(field, Yuan.class, map, "capital");
                oneOf(map, "capital", "true");
                yield new Conversion.Capital();
            }
            default -> {
                fits(field, String.class, map, "document");
                oneOf(map, "document", "true");
                yield new Conversion.Document();
            }
        };
    }

    private Conversion dates(RecordField field, YamlMapping map) {
        fits(field, LocalDate.class, map, "date");
        List<String> patterns = map.texts("date");
        List<DateTimeFormatter> formatters = new ArrayList<>();
        for (String pattern : patterns) {
            try {
                formatters.add(DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
                        .withResolverStyle(ResolverStyle.STRICT));
            } catch (IllegalArgumentException e) {
                faults.add(
                        map.keyNode("date"),
                        map.at("date"),
                        "日期格式“%s”有误, 如 yyyy-MM-dd".formatted(pattern),
                        "'%s' is no date pattern, write one like yyyy-MM-dd".formatted(pattern));
            }
        }
        return new Conversion.Dates(patterns, formatters);
    }

    private Conversion unit(RecordField field, YamlMapping map) {
        String unit = oneOf(map, "unit", "万元", "元", "%");
        fits(field, unit.equals("%") ? BigDecimal.class : Yuan.class, map, "unit");
        return switch (unit) {
            case "万元" -> new Conversion.Wan();
            case "%" -> new Conversion.Percent();
            default -> new Conversion.AsIs();
        };
    }

    private Conversion table(RecordField field, YamlMapping map) {
        Map<String, String> words = new LinkedHashMap<>();
        Node node = map.optional("table");
        if (node != null) {
            YamlMapping table = new YamlMapping(node, map.at("table"), faults);
            for (String word : table.keys()) {
                String text = table.requiredText(word);
                valid(field, table.keyNode(word), table.at(word), text);
                words.put(word, text);
            }
        }
        String otherwise = map.optionalText("otherwise");
        if (otherwise != null) {
            valid(field, map.keyNode("otherwise"), map.at("otherwise"), otherwise);
        }
        return new Conversion.Table(words, otherwise);
    }

    private FieldMapping person(RecordField field, YamlMapping map, List<Condition> when) {
        fits(field, PersonKey.class, map, "person");
        Node node = map.required("person");
        if (node == null) {
            return new FieldMapping.Person(null, null, when);
        }
        YamlMapping person = new YamlMapping(node, map.at("person"), faults);
        String number = person.optionalText("number");
        String name = person.optionalText("name");
        if (number == null && name == null) {
            faults.add(node, person.path(), "需要证件号码列或姓名列", "a column is needed: number, name or both");
        }
        person.closed();
        return new FieldMapping.Person(number, name, when);
    }

    private FieldMapping severity(RecordField field, YamlMapping map, List<Condition> when) {
        fits(field, Severity.class, map, "by");
        oneOf(map, "by", "penalty-category");
        return new FieldMapping.PenaltySeverity(map.requiredText("column"), when);
    }

    /** Conditions under a key: one or a list, of which all must hold. */
    List<Condition> conditions(YamlMapping in, String key) {
        List<Condition> conditions = new ArrayList<>();
        for (Node node : in.list(key)) {
            YamlMapping map = new YamlMapping(node, in.at(key), faults);
            conditions.add(condition(map));
            map.closed();
        }
        return conditions;
    }

    Condition condition(YamlMapping map) {
        String column = map.requiredText("column");
        List<String> words = map.texts("in");
        List<String> others = map.texts("not-in");
        if (!words.isEmpty() && !others.isEmpty()) {
            faults.add(map.keyNode("not-in"), map.at("not-in"), "in 与 not-in 只能用一个", "use either in or not-in");
        }
        return words.isEmpty() ? new Condition(column, !others.isEmpty(), others) : new Condition(column, false, words);
    }

    private static Conversion plain(RecordField field) {
        return field.type() == LocalDate.class ? new Conversion.Dates(List.of(), List.of()) : new Conversion.AsIs();
    }

    private void personless(RecordField field, Node node, String path) {
        if (field.type() == PersonKey.class) {
            faults.add(
                    node,
                    path,
                    "自然人字段请用 person: {number: 列, name: 列}",
                    "a person's field needs person: {number: column, name: column}");
        }
    }

    private String oneOf(YamlMapping map, String key, String... words) {
        String word = map.requiredText(key);
        if (!List.of(words).contains(word)) {
            faults.unknown(map.keyNode(key), map.at(key), word, List.of(words));
        }
        return word;
    }

    private void fits(RecordField field, Class<?> type, YamlMapping map, String key) {
        if (field.type() != type) {
            faults.add(
                    map.keyNode(key),
                    map.at(key),
                    "字段“%s”不能用此转换".formatted(field.name()),
                    "does not fit field '%s': remove it".formatted(field.name()));
        }
    }

    private void valid(RecordField field, Node node, String path, String text) {
        if (field.type() == PersonKey.class) {
            personless(field, node, path);
            return;
        }
        try {
            field.parse(text);
        } catch (FieldFaultException e) {
            faults.add(node, path, "取值不合字段要求", String.valueOf(e.getMessage()));
        }
    }
}
