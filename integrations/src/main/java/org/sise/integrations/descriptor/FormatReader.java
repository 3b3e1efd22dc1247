package org.sise.integrations.descriptor;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the section {@code format}: what a feed's files look like. */
final class FormatReader {

    private static final List<String> TYPES = List.of("csv", "xlsx", "json", "jsonl", "xml", "bods");
    /** CN-SAIC is org-id.guide's code of the register; the others are what Chinese publishers write. */
    private static final List<String> CODE_SCHEMES = List.of("CN-SAIC", "CN-USCC", "统一社会信用代码");

    /** As the standard forms them: a country of ISO 3166-1 and a kind of document. */
    private static final List<String> PERSON_SCHEMES = List.of("CHN-IDCARD", "居民身份证", "CHN-PASSPORT");

    private static final int MOST_SKIPPED = 1_000;
    private static final int MOST_MIB = 1 << 20;

    private final DescriptorFaults faults;

    FormatReader(DescriptorFaults faults) {
        this.faults = faults;
    }

    @Nullable
    FeedFormat format(YamlMapping top) {
        Node node = top.required("format");
        if (node == null) {
            return null;
        }
        YamlMapping map = new YamlMapping(node, "format", faults);
        String type = map.requiredText("type");
        FeedFormat format = switch (type) {
            case "csv" -> csv(map);
            case "xlsx" -> xlsx(map);
            case "json" -> json(map);
            case "jsonl" -> new FeedFormat.JsonLines(charset(map, StandardCharsets.UTF_8), common(map));
            case "xml" -> xml(map);
            case "bods" -> bods(map);
            case "" -> null;
            default -> {
                faults.unknown(map.keyNode("type"), "format.type", type, TYPES);
                yield null;
            }
        };
        if (format != null) {
            map.closed();
        }
        return format;
    }

    /** Holds the columns of a format against those that the mapping reads. */
    void fits(YamlMapping top, FeedFormat format, Columns columns) {
        Node node = top.required("format");
        if (node == null) {
            return;
        }
        YamlMapping map = new YamlMapping(node, "format", new DescriptorFaults());
        List<String> given = switch (format) {
            case FeedFormat.Csv csv -> csv.columns();
            case FeedFormat.Xlsx xlsx -> xlsx.columns();
            case FeedFormat.Bods _ -> FeedFormat.Bods.COLUMNS;
            case FeedFormat.Json _, FeedFormat.JsonLines _, FeedFormat.Xml _ -> List.of();
        };
        boolean fixed = format instanceof FeedFormat.Bods;
        for (String column : fixed ? columns.all() : columns.needed()) {
            if (fixed && !given.contains(column)) {
                faults.unknown(map.keyNode("type"), "records", column, given);
            } else if (!given.isEmpty() && !given.contains(column)) {
                faults.add(
                        map.keyNode("columns"),
                        "format.columns",
                        "缺少映射用到的列“%s”".formatted(column),
                        "column '%s', which the mapping reads, is not in this list".formatted(column));
            }
        }
        format.common().aliases().keySet().forEach(column -> unread(map, "aliases", column, columns.all()));
        format.common().optional().forEach(column -> unread(map, "optional", column, columns.optional()));
    }

    private void unread(YamlMapping map, String key, String column, Set<String> read) {
        if (!read.contains(column)) {
            faults.add(
                    map.keyNode(key),
                    map.at(key),
                    "没有字段读取列“%s”".formatted(column),
                    "no field reads column '%s': remove it, or mend its name".formatted(column));
        }
    }

    private FeedFormat csv(YamlMapping map) {
        Charset charset = charset(map, StandardCharsets.UTF_8);
        String delimiter = Objects.requireNonNullElse(map.optionalText("delimiter"), ",");
        if (delimiter.toLowerCase(Locale.ROOT).equals("tab")) {
            delimiter = "\t";
        }
        if (delimiter.length() != 1 || "\"\r\n".contains(delimiter)) {
            faults.add(
                    map.keyNode("delimiter"),
                    "format.delimiter",
                    "应为一个字符, 如 \",\" 或 tab",
                    "must be one character other than a quote or line end, or the word tab");
            delimiter = ",";
        }
        String quote = Objects.requireNonNullElse(map.optionalText("quote"), "double");
        if (!quote.equals("double") && !quote.equals("none")) {
            faults.unknown(map.keyNode("quote"), "format.quote", quote, List.of("double", "none"));
        }
        return new FeedFormat.Csv(
                charset, delimiter.charAt(0), !quote.equals("none"), skip(map), columns(map), common(map));
    }

    private FeedFormat xlsx(YamlMapping map) {
        String sheet = Objects.requireNonNullElse(map.optionalText("sheet"), "1");
        boolean numbered = sheet.matches("\\d{1,3}");
        int number = numbered ? Integer.parseInt(sheet) : 1;
        if (number == 0) {
            faults.add(map.keyNode("sheet"), "format.sheet", "工作表从1数起", "sheets count from 1");
        }
        return new FeedFormat.Xlsx(number, numbered ? null : sheet, skip(map), columns(map), common(map));
    }

    private FeedFormat json(YamlMapping map) {
        String rows = map.optionalText("rows");
        List<String> path = rows == null || rows.isBlank() ? List.of() : List.of(rows.split("\\.", -1));
        if (path.stream().anyMatch(String::isBlank)) {
            faults.add(map.keyNode("rows"), "format.rows", "应为路径, 如 data.list", "must be a path such as data.list");
        }
        return new FeedFormat.Json(charset(map, StandardCharsets.UTF_8), path, common(map));
    }

    private FeedFormat xml(YamlMapping map) {
        Charset charset = map.keys().contains("charset") ? charset(map, StandardCharsets.UTF_8) : null;
        String row = map.requiredText("row");
        if (row.contains(":") || row.contains("/") || row.contains(" ")) {
            faults.add(
                    map.keyNode("row"),
                    "format.row",
                    "只写元素名, 不带前缀和路径",
                    "must be an element's name without prefix or path");
        }
        return new FeedFormat.Xml(charset, row, common(map));
    }

    private FeedFormat bods(YamlMapping map) {
        List<String> codes = map.texts("code-schemes");
        List<String> people = map.texts("person-schemes");
        return new FeedFormat.Bods(
                codes.isEmpty() ? CODE_SCHEMES : codes, people.isEmpty() ? PERSON_SCHEMES : people, common(map));
    }

    private FeedFormat.Common common(YamlMapping map) {
        Map<String, List<String>> aliases = new LinkedHashMap<>();
        Node node = map.optional("aliases");
        if (node != null) {
            YamlMapping others = new YamlMapping(node, "format.aliases", faults);
            Set<String> seen = new HashSet<>();
            for (String column : others.keys()) {
                List<String> names = others.texts(column);
                aliases.put(column, names);
                for (String name : names) {
                    if (!seen.add(name) || others.keys().contains(name)) {
                        faults.add(
                                others.keyNode(column),
                                others.at(column),
                                "别名“%s”属于两列".formatted(name),
                                "'%s' would be the name of two columns".formatted(name));
                    }
                }
            }
        }
        Set<String> optional = new LinkedHashSet<>(map.texts("optional"));
        long mib = number(map, "unpacked-mib", MOST_MIB);
        return new FeedFormat.Common(
                aliases,
                optional,
                map.optionalText("entries"),
                mib == 0 ? FeedFormat.Common.USUAL.unpacked() : mib << 20);
    }

    private int skip(YamlMapping map) {
        return number(map, "skip", MOST_SKIPPED);
    }

    private int number(YamlMapping map, String key, int most) {
        String text = map.optionalText(key);
        if (text == null) {
            return 0;
        }
        if (!text.matches("\\d{1,7}") || Integer.parseInt(text) > most) {
            faults.add(
                    map.keyNode(key),
                    map.at(key),
                    "应为不超过%d的整数".formatted(most),
                    "must be a whole number up to %d".formatted(most));
            return 0;
        }
        return Integer.parseInt(text);
    }

    private List<String> columns(YamlMapping map) {
        List<String> columns = new ArrayList<>(map.texts("columns"));
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (column.isBlank() || !seen.add(column)) {
                faults.add(
                        map.keyNode("columns"),
                        "format.columns",
                        "列名“%s”为空或重复".formatted(column),
                        "column name '%s' is empty or there twice".formatted(column));
            }
        }
        return columns;
    }

    private Charset charset(YamlMapping map, Charset usual) {
        String name = map.optionalText("charset");
        if (name == null) {
            return usual;
        }
        Charset charset = usual;
        try {
            charset = Charset.forName(name);
        } catch (IllegalArgumentException e) {
            faults.add(
                    map.keyNode("charset"),
                    "format.charset",
                    "字符集“%s”未知, 常用: UTF-8, GBK, GB18030".formatted(name),
                    "charset '%s' is unknown, use UTF-8, GBK, GB18030 or another of Java's".formatted(name));
        }
        if (charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32")) {
            faults.add(map.keyNode("charset"), "format.charset", "不支持, 请转为UTF-8", "is not supported: convert to UTF-8");
        }
        return charset;
    }
}
