package org.sise.integrations.descriptor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sise.core.person.PersonKey;
import org.sise.core.person.PhoneNumber;
import org.sise.core.record.RecordField;
import org.sise.core.record.Severity;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads the mappings of one record's fields and holds each against its field's type. */
final class FieldReader {

    private static final List<String> SOURCES = List.of("column", "first-of", "columns");

    private final DescriptorFaults faults;
    private final ConditionReader conditions;
    private final ConversionReader conversions;
    private final FieldCheckReader checkReader;
    private final Map<String, FieldCheck> checks = new LinkedHashMap<>();

    FieldReader(DescriptorFaults faults, @Nullable Path folder, Map<String, RecordField> shape) {
        this.faults = faults;
        this.conditions = new ConditionReader(faults);
        this.conversions = new ConversionReader(faults, folder);
        this.checkReader = new FieldCheckReader(faults, shape);
    }

    /** The checks of the fields that were read, by field. */
    Map<String, FieldCheck> checks() {
        return checks;
    }

    FieldMapping field(RecordField field, Node node, String path) {
        if (node instanceof ScalarNode column) {
            personless(field, node, path);
            return new FieldMapping.Cell(column.getValue(), ConversionReader.plain(field), null, List.of());
        }
        YamlMapping map = new YamlMapping(node, path, faults);
        List<Condition> when = conditions.conditions(map, "when");
        FieldMapping mapping;
        if (map.keys().contains("constant")) {
            String text = map.requiredText("constant");
            conversions.valid(field, map.keyNode("constant"), map.at("constant"), text);
            mapping = new FieldMapping.Constant(text, when);
        } else if (map.keys().contains("person")) {
            mapping = person(field, map, when);
        } else if (map.keys().contains("by")) {
            mapping = severity(field, map, when);
        } else {
            mapping = cell(field, map, when);
            FieldCheck check = checkReader.check(field, map);
            if (check != null) {
                checks.put(field.name(), check);
            }
        }
        map.closed();
        return mapping;
    }

    private FieldMapping cell(RecordField field, YamlMapping map, List<Condition> when) {
        personless(field, map.node(), map.path());
        List<String> sources = new ArrayList<>(SOURCES);
        sources.retainAll(map.keys());
        if (sources.size() > 1) {
            faults.add(
                    map.keyNode(sources.get(1)),
                    map.at(sources.get(1)),
                    "column, first-of, columns 只能用一个",
                    "use only one of column, first-of, columns");
        }
        List<String> columns = map.keys().contains("first-of") ? map.texts("first-of") : map.texts("columns");
        String join = map.optionalText("join");
        boolean joined = map.keys().contains("columns");
        if (join != null && !joined) {
            faults.add(map.keyNode("join"), map.at("join"), "只与 columns 同用", "goes with columns only");
        }
        if (!sources.isEmpty() && !sources.contains("column") && columns.isEmpty()) {
            faults.add(
                    map.keyNode(sources.getFirst()),
                    map.at(sources.getFirst()),
                    "至少一列",
                    "at least one column is needed");
        }
        String column = sources.isEmpty() || sources.contains("column") ? map.requiredText("column") : null;
        Pattern part = Patterns.read(map, "part", faults);
        String fallback = map.optionalText("default");
        if (fallback != null) {
            conversions.valid(field, map.keyNode("default"), map.at("default"), fallback);
        }
        Conversion conversion = conversions.conversion(field, map);
        if (column != null && part == null) {
            return new FieldMapping.Cell(column, conversion, fallback, when);
        }
        return new FieldMapping.Composed(
                column != null ? List.of(column) : columns,
                joined ? join == null ? "" : join : null,
                part,
                conversion,
                fallback,
                when);
    }

    private FieldMapping person(RecordField field, YamlMapping map, List<Condition> when) {
        conversions.fits(field, PersonKey.class, map, "person");
        Node node = map.required("person");
        if (node == null) {
            return new FieldMapping.Person(null, null, when);
        }
        YamlMapping person = new YamlMapping(node, map.at("person"), faults);
        if (person.keys().contains("phone")) {
            return phone(field, person, when);
        }
        String number = person.optionalText("number");
        String name = person.optionalText("name");
        if (number == null && name == null) {
            faults.add(node, person.path(), "需要证件号码列或姓名列", "a column is needed: number, name or both");
        }
        person.closed();
        if (isPhone(field)) {
            faults.add(node, person.path(), "电话字段请用 person: {phone: 列}", "a telephone needs person: {phone: column}");
        }
        return new FieldMapping.Person(number, name, when);
    }

    private FieldMapping phone(RecordField field, YamlMapping person, List<Condition> when) {
        String column = person.requiredText("phone");
        String area = person.optionalText("area");
        person.closed();
        if (!isPhone(field)) {
            faults.add(
                    person.keyNode("phone"),
                    person.at("phone"),
                    "字段“%s”不是电话".formatted(field.name()),
                    "field '%s' is no telephone: use number or name".formatted(field.name()));
        }
        if (area != null && !PhoneNumber.isArea(area)) {
            faults.add(
                    person.keyNode("area"),
                    person.at("area"),
                    "应为区号, 如 \"024\"",
                    "must be an area code such as \"024\"");
        }
        return new FieldMapping.Phone(column, area, when);
    }

    /** Whether the key of a field is that of a telephone number; numbers of people and telephones never mix. */
    private static boolean isPhone(RecordField field) {
        return field.name().equals("phone");
    }

    private FieldMapping severity(RecordField field, YamlMapping map, List<Condition> when) {
        conversions.fits(field, Severity.class, map, "by");
        conversions.oneOf(map, "by", "penalty-category");
        List<String> columns = map.texts("columns");
        return new FieldMapping.PenaltySeverity(
                columns.isEmpty() ? List.of(map.requiredText("column")) : columns, when);
    }

    private void personless(RecordField field, Node node, String path) {
        if (field.type() == PersonKey.class) {
            conversions.personless(node, path);
        }
    }
}
