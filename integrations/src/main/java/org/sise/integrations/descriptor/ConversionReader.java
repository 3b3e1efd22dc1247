package org.sise.integrations.descriptor;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sise.core.money.Yuan;
import org.sise.core.person.PersonKey;
import org.sise.core.record.FieldFaultException;
import org.sise.core.record.RecordField;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads how a cell's text becomes a field's text, and holds it against the field's type. */
final class ConversionReader {

    private static final String USUAL = "usual";
    private static final List<String> WORDS =
            List.of("date", "unit", "table", "table-file", "region", "capital", "document");

    /** Words and days that mean that something has no end; 2099-12-31 is the one of the public columns (双公示). */
    private static final Set<String> OPEN_ENDED =
            Set.of("长期", "长期有效", "永久", "永久有效", "无固定期限", "无期限", "2099-12-31", "9999-12-31");

    private static final Map<String, BigDecimal> UNITS = Map.of(
            "元", BigDecimal.ONE,
            "千元", BigDecimal.valueOf(1_000),
            "万元", BigDecimal.valueOf(10_000),
            "亿元", BigDecimal.valueOf(100_000_000));

    private final DescriptorFaults faults;
    private final @Nullable Path folder;

    ConversionReader(DescriptorFaults faults, @Nullable Path folder) {
        this.faults = faults;
        this.folder = folder;
    }

    /** What is done when nothing is said. */
    static Conversion plain(RecordField field) {
        return field.type() == LocalDate.class ? new Conversion.Dates(List.of(), List.of()) : new Conversion.AsIs();
    }

    Conversion conversion(RecordField field, YamlMapping map) {
        List<String> given = new ArrayList<>(WORDS);
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
        List<String> ends = map.texts("open-ended");
        if (ends.isEmpty()) {
            return conversion;
        }
        fits(field, LocalDate.class, map, "open-ended");
        if (field.required()) {
            faults.add(
                    map.keyNode("open-ended"),
                    map.at("open-ended"),
                    "字段“%s”必填, 不能没有终点".formatted(field.name()),
                    "field '%s' is required, it cannot be open".formatted(field.name()));
        }
        Set<String> words = new LinkedHashSet<>(ends);
        if (words.remove(USUAL)) {
            words.addAll(OPEN_ENDED);
        }
        return new Conversion.OpenEnded(words, conversion);
    }

    private Conversion conversion(String word, RecordField field, YamlMapping map) {
        return switch (word) {
            case "date" -> dates(field, map);
            case "unit" -> unit(field, map);
            case "table" -> table(field, map);
            case "table-file" -> {
                Map<String, String> words = new TableFileReader(faults, folder).words(map);
                words.values().stream()
                        .distinct()
                        .forEach(text -> valid(field, map.keyNode("table-file"), map.at("table-file"), text));
                yield new Conversion.Table(words, otherwise(field, map));
            }
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
        if (patterns.equals(List.of(USUAL))) {
            return new Conversion.UsualDates();
        }
        List<DateTimeFormatter> formatters = new ArrayList<>();
        for (String pattern : patterns) {
            try {
                formatters.add(DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
                        .withResolverStyle(ResolverStyle.STRICT));
            } catch (IllegalArgumentException e) {
                faults.add(
                        map.keyNode("date"),
                        map.at("date"),
                        "日期格式“%s”有误, 如 yyyy-MM-dd; 常见写法可用 usual".formatted(pattern),
                        "'%s' is no date pattern, write one like yyyy-MM-dd, or usual alone".formatted(pattern));
            }
        }
        return new Conversion.Dates(patterns, formatters);
    }

    private Conversion unit(RecordField field, YamlMapping map) {
        String unit = oneOf(map, "unit", "元", "千元", "万元", "亿元", "%", "‰");
        BigDecimal yuan = UNITS.get(unit);
        if (yuan != null) {
            fits(field, Yuan.class, map, "unit");
            return new Conversion.Unit(unit, yuan);
        }
        fits(field, BigDecimal.class, map, "unit");
        return unit.equals("‰") ? new Conversion.Permille() : new Conversion.Percent();
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
        return new Conversion.Table(words, otherwise(field, map));
    }

    private @Nullable String otherwise(RecordField field, YamlMapping map) {
        String otherwise = map.optionalText("otherwise");
        if (otherwise != null) {
            valid(field, map.keyNode("otherwise"), map.at("otherwise"), otherwise);
        }
        return otherwise;
    }

    String oneOf(YamlMapping map, String key, String... words) {
        String word = map.requiredText(key);
        if (!List.of(words).contains(word)) {
            faults.unknown(map.keyNode(key), map.at(key), word, List.of(words));
        }
        return word;
    }

    void fits(RecordField field, Class<?> type, YamlMapping map, String key) {
        if (field.type() != type) {
            faults.add(
                    map.keyNode(key),
                    map.at(key),
                    "字段“%s”不能用此转换".formatted(field.name()),
                    "does not fit field '%s': remove it".formatted(field.name()));
        }
    }

    void personless(Node node, String path) {
        faults.add(
                node,
                path,
                "自然人字段请用 person: {number: 列, name: 列}",
                "a person's field needs person: {number: column, name: column}");
    }

    void valid(RecordField field, Node node, String path, String text) {
        if (field.type() == PersonKey.class) {
            personless(node, path);
            return;
        }
        try {
            field.parse(text);
        } catch (FieldFaultException e) {
            faults.add(node, path, "取值不合字段要求", String.valueOf(e.getMessage()));
        }
    }
}
