package org.sise.integrations.descriptor;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the section {@code format}: what a feed's files look like. */
final class FormatReader {

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
            case "" -> null;
            default -> {
                faults.unknown(map.keyNode("type"), "format.type", type, List.of("csv", "xlsx"));
                yield null;
            }
        };
        if (format != null) {
            map.closed();
        }
        return format;
    }

    private FeedFormat csv(YamlMapping map) {
        Charset charset = StandardCharsets.UTF_8;
        String name = map.optionalText("charset");
        if (name != null) {
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
                faults.add(
                        map.keyNode("charset"),
                        "format.charset",
                        "不支持, 请转为UTF-8",
                        "is not supported: convert to UTF-8");
            }
        }
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
        return new FeedFormat.Csv(charset, delimiter.charAt(0));
    }

    private FeedFormat xlsx(YamlMapping map) {
        String sheet = Objects.requireNonNullElse(map.optionalText("sheet"), "1");
        if (sheet.matches("\\d{1,3}")) {
            int number = Integer.parseInt(sheet);
            if (number == 0) {
                faults.add(map.keyNode("sheet"), "format.sheet", "工作表从1数起", "sheets count from 1");
            }
            return new FeedFormat.Xlsx(number, null);
        }
        return new FeedFormat.Xlsx(1, sheet);
    }
}
