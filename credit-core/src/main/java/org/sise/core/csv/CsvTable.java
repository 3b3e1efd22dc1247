package org.sise.core.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A small table in the form of RFC 4180 whose first record names the columns: for the rule tables that ship with the
 * code, not for departments' files.
 *
 * @param columns the names of the columns
 * @param rows the rows, each a value a column
 */
public record CsvTable(List<String> columns, List<Row> rows) {

    /** One row, its values by their columns' names. */
    public record Row(Map<String, String> values) {

        /** @throws IllegalArgumentException when the table has no such column or the row no value in it */
        public String get(String column) {
            String value = optional(column);
            if (value == null) {
                throw new IllegalArgumentException("no " + column + " in " + values);
            }
            return value;
        }

        /**
         * The value, or null where it is empty.
         *
         * @throws IllegalArgumentException when the table has no such column
         */
        public @Nullable String optional(String column) {
            String value = values.get(column);
            if (value == null) {
                throw new IllegalArgumentException("no column " + column + " among " + values.keySet());
            }
            return value.isEmpty() ? null : value;
        }
    }

    /**
     * Reads a resource in UTF-8.
     *
     * @param anchor a class beside whose class path the resource stands
     * @param path the resource's path from the root of the class path, without a leading slash
     * @throws IllegalArgumentException when there is no such resource or it is not such a table
     */
    public static CsvTable ofResource(Class<?> anchor, String path) {
        try (InputStream in = anchor.getResourceAsStream("/" + path)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + path);
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException when a quote stays open or a record has not as many fields as the first */
    public static CsvTable parse(String text) {
        List<List<String>> records = records(text);
        if (records.isEmpty()) {
            throw new IllegalArgumentException("a table needs a first record with the names of its columns");
        }
        List<String> columns = List.copyOf(records.getFirst());
        List<Row> rows = new ArrayList<>();
        for (List<String> fields : records.subList(1, records.size())) {
            if (fields.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "record %d has %d fields, not %d".formatted(rows.size() + 2, fields.size(), columns.size()));
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                row.put(columns.get(i), fields.get(i));
            }
            rows.add(new Row(Collections.unmodifiableMap(row)));
        }
        return new CsvTable(columns, List.copyOf(rows));
    }

    private static List<List<String>> records(String text) {
        List<List<String>> records = new ArrayList<>();
        List<String> record = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = text.startsWith("\uFEFF") ? 1 : 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                field.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (quoted || c != ',' && c != '\n' && c != '\r') {
                field.append(c);
            } else if (c == ',') {
                record.add(take(field));
            } else if (c == '\n') {
                record.add(take(field));
                records.add(record);
                record = new ArrayList<>();
            }
        }
        if (quoted) {
            throw new IllegalArgumentException("a quote stays open at the end");
        }
        if (!field.isEmpty() || !record.isEmpty()) {
            record.add(take(field));
            records.add(record);
        }
        return records;
    }

    private static String take(StringBuilder field) {
        String value = field.toString();
        field.setLength(0);
        return value;
    }
}
