package org.sise.integrations.descriptor;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads a table of words that stands in a CSV file (UTF-8, with a row of column names) beside the descriptor: {@code
 * table-file: {file: codes.csv, from: column, to: column}}.
 */
final class TableFileReader {

    private final DescriptorFaults faults;
    private final @Nullable Path folder;

    TableFileReader(DescriptorFaults faults, @Nullable Path folder) {
        this.faults = faults;
        this.folder = folder;
    }

    Map<String, String> words(YamlMapping in) {
        Map<String, String> words = new HashMap<>();
        Node node = in.required("table-file");
        if (node == null) {
            return words;
        }
        YamlMapping map = new YamlMapping(node, in.at("table-file"), faults);
        String name = map.requiredText("file");
        String from = map.requiredText("from");
        String to = map.requiredText("to");
        map.closed();
        if (name.isEmpty() || from.isEmpty() || to.isEmpty()) {
            return words;
        }
        Path file = folder == null ? null : folder.resolve(name).normalize();
        if (file == null || !file.startsWith(folder) || !Files.isRegularFile(file)) {
            faults.add(
                    map.keyNode("file"),
                    map.at("file"),
                    "描述文件旁没有文件 %s".formatted(name),
                    "there is no file %s beside the descriptor".formatted(name));
            return words;
        }
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            read(reader, from, to, map, words);
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            faults.add(
                    map.keyNode("file"),
                    map.at("file"),
                    "无法读取, 应为UTF-8编码的CSV",
                    "cannot be read, a CSV file in UTF-8 is needed: %s".formatted(e.getMessage()));
        }
        return words;
    }

    private void read(Reader reader, String from, String to, YamlMapping map, Map<String, String> words)
            throws IOException {
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().get();
        try (CSVParser parser = format.parse(reader)) {
            List<String> names = parser.getHeaderNames();
            for (String key : new String[] {"from", "to"}) {
                String column = key.equals("from") ? from : to;
                if (!names.contains(column)) {
                    faults.unknown(map.keyNode(key), map.at(key), column, names);
                    return;
                }
            }
            for (CSVRecord row : parser) {
                String word = row.get(from).strip();
                String text = row.get(to).strip();
                String other = word.isEmpty() || text.isEmpty() ? null : words.put(word, text);
                if (other != null && !other.equals(text)) {
                    faults.add(
                            map.keyNode("file"),
                            map.at("file"),
                            "“%s”对应两个值: %s, %s".formatted(word, other, text),
                            "'%s' stands for two texts: %s, %s".formatted(word, other, text));
                }
            }
        }
    }
}
