package org.sise.supervision.draw;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A kind of frozen file: its name, its columns, and how it is read and written: UTF-8, {@code \n}, comma, RFC 4180 quoting, one
 * header line.
 *
 * @param file the file's name
 * @param columns the columns in their order
 * @param mayHaveMore whether further columns may follow
 */
record FrozenCsv(String file, List<String> columns, boolean mayHaveMore) {
    static final FrozenCsv OBJECTS = new FrozenCsv("objects.csv", List.of("stratum", "code"), false);
    static final FrozenCsv INSPECTORS =
            new FrozenCsv("inspectors.csv", List.of("certificate", "name", "max_load"), true);
    static final FrozenCsv ITEMS = new FrozenCsv("items.csv", List.of("item", "mandatory"), false);
    static final FrozenCsv RECUSALS = new FrozenCsv("recusals.csv", List.of("certificate", "code"), false);

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();

    static List<String> cells(Inspector inspector) {
        return List.of(inspector.certificate(), inspector.name(), Integer.toString(inspector.maxLoad()));
    }

    static List<String> cells(CheckItem item) {
        return List.of(item.item(), Boolean.toString(item.mandatory()));
    }

    static List<String> cells(Recusal recusal) {
        return List.of(recusal.certificate(), recusal.code());
    }

    /** Takes one row below the header. */
    interface Row {
        void take(int line, CSVRecord cells);
    }

    /** The bytes of a file with these rows. */
    <T> byte[] write(List<T> rows, Function<T, List<String>> cells) {
        var out = new StringBuilder();
        try (var printer = FORMAT.print(out)) {
            printer.printRecord(columns);
            for (T row : rows) {
                printer.printRecord(cells.apply(row));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return DrawText.utf8(out.toString());
    }

    /** Hands each well-formed row on; what is not well-formed becomes a fault. */
    void read(byte[] bytes, FaultList faults, Row row) {
        if (!textIsGood(bytes, faults)) {
            return;
        }
        int line = 1;
        try (var parser = CSVParser.builder()
                .setReader(new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8))
                .setFormat(FORMAT)
                .get()) {
            var records = parser.iterator();
            if (!records.hasNext()) {
                faults.add(1, "", "文件为空 / the file is empty", "写上表头 / write the header line " + header());
                return;
            }
            var head = records.next();
            if (!headerIsGood(head, faults)) {
                return;
            }
            line = (int) parser.getCurrentLineNumber() + 1;
            while (records.hasNext()) {
                var cells = records.next();
                if (cells.size() == head.size()) {
                    row.take(line, cells);
                } else {
                    widthFault(line, cells.size(), head.size(), faults);
                }
                line = (int) parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            faults.add(line, "", "引号不合 RFC 4180 / quoting is not RFC 4180", "改正引号 / mend the quotes");
        }
    }

    private String header() {
        return String.join(",", columns);
    }

    private boolean headerIsGood(CSVRecord head, FaultList faults) {
        int before = faults.toList().size();
        for (int at = 0; at < columns.size(); at++) {
            String column = columns.get(at);
            if (at >= head.size() || !head.get(at).equals(column)) {
                faults.add(
                        1,
                        column,
                        "第 " + (at + 1) + " 列应为 " + column + " / column " + (at + 1) + " must be " + column,
                        "表头应为 / the header must be " + header());
            }
        }
        if (head.size() > columns.size() && !mayHaveMore) {
            faults.add(
                    1, head.get(columns.size()), "多余的列 / a column too many", "表头应为 / the header must be " + header());
        }
        return faults.toList().size() == before;
    }

    private static void widthFault(int line, int cells, int columns, FaultList faults) {
        faults.add(
                line,
                "",
                "表头 " + columns + " 列，此行 " + cells + " 列 / the header has " + columns + " columns, this line " + cells,
                "补齐或删去该行 / complete the line or remove it");
    }

    /** Whether the bytes are UTF-8 without a byte order mark and without carriage returns. */
    private static boolean textIsGood(byte[] bytes, FaultList faults) {
        if (bytes.length >= 3 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf) {
            faults.add(
                    1, "", "有字节序标记 / it begins with a byte order mark", "存为无 BOM 的 UTF-8 / save as UTF-8 without BOM");
            return false;
        }
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\r') {
                faults.add(
                        lineOf(bytes, at),
                        "",
                        "有回车符 / it has a carriage return",
                        "换行只用 \\n / end lines with \\n alone");
                return false;
            }
        }
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(1 << 13);
        var decoder = StandardCharsets.UTF_8.newDecoder();
        while (true) {
            var result = decoder.decode(in, out, true);
            if (result.isError()) {
                faults.add(
                        lineOf(bytes, in.position()),
                        "",
                        "不是 UTF-8 / not UTF-8",
                        "存为 UTF-8 / save the file as UTF-8, it may be GBK");
                return false;
            }
            if (result.isUnderflow()) {
                return true;
            }
            out.clear();
        }
    }

    private static int lineOf(byte[] bytes, int position) {
        int line = 1;
        for (int at = 0; at < position; at++) {
            line += bytes[at] == '\n' ? 1 : 0;
        }
        return line;
    }
}
