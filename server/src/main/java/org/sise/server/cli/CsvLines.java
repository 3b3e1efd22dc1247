package org.sise.server.cli;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table in the form of RFC 4180 in UTF-8, gzipped or not, whose first line names the columns, read row by row. What is
 * wrong with it is gathered, each fault with file, line and column.
 */
final class CsvLines {

    private static final int GZIP = 0x1f8b;
    private static final String MARK = "\uFEFF";

    private final String file;
    private final List<String> faults;
    private final Map<String, Integer> places = new HashMap<>();
    private List<String> columns = List.of();

    private CsvLines(String file, List<String> faults) {
        this.file = file;
        this.faults = faults;
    }

    /**
     * Reads.
     *
     * @param file its name, {@code -} for standard input
     * @param required the columns that must be there; others may be
     * @param faults where faults go, as sentences
     * @param rows takes each row that has as many fields as there are columns
     * @return the columns that are there, empty when the table cannot be read
     */
    static List<String> read(Path file, List<String> required, List<String> faults, Consumer<Row> rows)
            throws IOException {
        CsvLines lines = new CsvLines(file.toString(), faults);
        try (InputStream in = file.toString().equals("-") ? System.in : Files.newInputStream(file);
                BufferedReader text = new BufferedReader(new InputStreamReader(
                        unzipped(in), StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)));
                CSVParser parser = CSVFormat.RFC4180.parse(text)) {
            lines.rows(parser, required, rows);
        }
        return lines.columns;
    }

    /** One row. */
    final class Row {

        private final long line;
        private final CSVRecord record;

        private Row(long line, CSVRecord record) {
            this.line = line;
            this.record = record;
        }

        /** The line on which it begins, from 1. */
        long line() {
            return line;
        }

        /** The column's text without space around it, empty when there is no such column. */
        String text(String column) {
            Integer place = places.get(column);
            return place == null ? "" : record.get(place).strip();
        }

        /** Says what is wrong with one of its columns. */
        void fault(String column, String zh, String en, String remedyZh, String remedyEn) {
            CsvLines.this.fault(line, column, zh, en, remedyZh, remedyEn);
        }
    }

    private void rows(CSVParser parser, List<String> required, Consumer<Row> rows) {
        long line = 1;
        try {
            Iterator<CSVRecord> records = parser.iterator();
            if (!records.hasNext()) {
                fault(1, "", "文件为空", "the file is empty", "首行写列名", "name the columns in the first line");
                return;
            }
            if (!header(records.next(), required)) {
                return;
            }
            while (true) {
                line = parser.getCurrentLineNumber() + 1;
                if (!records.hasNext()) {
                    return;
                }
                CSVRecord record = records.next();
                boolean blank = record.size() == 1 && record.get(0).isBlank();
                if (record.size() == columns.size()) {
                    rows.accept(new Row(line, record));
                } else if (!blank) {
                    fault(
                            line,
                            "",
                            "有%d个字段, 应为%d个".formatted(record.size(), columns.size()),
                            "%d fields instead of %d".formatted(record.size(), columns.size()),
                            "与首行的列对齐; 含逗号的字段加引号",
                            "align it with the first line; quote fields with commas");
                }
            }
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                fault(line, "", "不是UTF-8编码", "not in UTF-8", "另存为UTF-8编码", "save the file as UTF-8");
            } else {
                fault(
                        line,
                        "",
                        "引号有误",
                        "a quote is wrong",
                        "引号须成对, 字段中的引号写成两个",
                        "close it; write a quote within a field twice");
            }
        }
    }

    /** Whether all columns that must be there are. */
    private boolean header(CSVRecord record, List<String> required) {
        List<String> names = new ArrayList<>();
        for (String name : record) {
            String plain = (names.isEmpty() && name.startsWith(MARK) ? name.substring(1) : name).strip();
            if (!plain.isEmpty() && names.contains(plain)) {
                fault(1, plain, "列重复", "the column is there twice", "只保留一列", "keep one of them");
            }
            places.putIfAbsent(plain, names.size());
            names.add(plain);
        }
        columns = List.copyOf(names);
        boolean whole = true;
        for (String column : required) {
            if (!names.contains(column)) {
                whole = false;
                fault(1, column, "缺少列", "the column is missing", "在首行补写该列", "add it to the first line");
            }
        }
        return whole;
    }

    private void fault(long line, String column, String zh, String en, String remedyZh, String remedyEn) {
        faults.add("%s:%d%s %s / %s（%s / %s）"
                .formatted(file, line, column.isEmpty() ? "" : ":" + column, zh, en, remedyZh, remedyEn));
    }

    private static InputStream unzipped(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
        buffered.mark(2);
        int magic = buffered.read() << 8 | buffered.read();
        buffered.reset();
        return magic == GZIP ? new GZIPInputStream(buffered, 1 << 16) : buffered;
    }
}
