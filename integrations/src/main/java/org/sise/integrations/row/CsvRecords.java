package org.sise.integrations.row;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The records of delimited text by RFC 4180. A quoted cell may run over several lines. A record that is not well-formed
 * costs one line only: its first line is a faulty row, and the lines after it are read again on their own. So a quote
 * that nobody closed cannot swallow what follows; at most {@link Lines#LONGEST} characters are looked ahead. Where
 * cells are not quoted, a quote is a character like any other.
 */
final class CsvRecords {

    private final Lines lines;
    private final char delimiter;
    private final boolean quoted;
    private final CSVFormat format;

    /**
     * A record.
     *
     * @param line the number of its first line
     * @param cells its cells, or none when it is faulty
     * @param text its text
     * @param fault what is wrong with it, or null
     */
    record Parsed(
            int line,
            List<String> cells,
            String text,
            @Nullable RowFault fault) {}

    private enum State {
        WHOLE,
        OPEN,
        BROKEN
    }

    CsvRecords(Lines lines, char delimiter, boolean quoted) {
        this.lines = lines;
        this.delimiter = delimiter;
        this.quoted = quoted;
        this.format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
    }

    /**
     * The next record that is not blank, or null behind the last.
     *
     * @param width how many cells a record of several lines must have, or 0 where any number will do
     */
    @Nullable
    Parsed next(int width) throws IOException {
        Lines.Line first = lines.next();
        while (first != null && first.text().isBlank()) {
            first = lines.next();
        }
        if (first == null) {
            return null;
        }
        if (first.tooLong()) {
            return faulty(
                    first,
                    Reason.TOO_LONG,
                    "超过%d字符, 仅保留开头".formatted(Lines.LONGEST),
                    "longer than 1 MiB, only its beginning is kept");
        }
        if (!quoted || first.text().indexOf('"') < 0) {
            return new Parsed(first.number(), split(first.text()), first.text(), null);
        }
        return quoted(first, width);
    }

    private Parsed quoted(Lines.Line first, int width) throws IOException {
        List<Lines.Line> further = new ArrayList<>();
        StringBuilder text = new StringBuilder(first.text());
        State state = scan(first.text(), false);
        while (state == State.OPEN) {
            Lines.Line line = lines.next();
            if (line != null) {
                further.add(line);
            }
            if (line == null || line.tooLong() || text.length() + line.text().length() >= Lines.LONGEST) {
                lines.giveBack(further);
                return faulty(
                        first,
                        Reason.UNCLOSED_QUOTE,
                        "此处开始的引号没有结束, 后面的行已逐行重读",
                        "a quote opened here has no end; the lines after it were read again on their own");
            }
            text.append('\n').append(line.text());
            state = scan(line.text(), true);
        }
        if (state == State.BROKEN) {
            lines.giveBack(further);
            return faulty(
                    first,
                    Reason.BAD_QUOTE,
                    "引号后应为分隔符; 内容中的引号应写作两个",
                    "a delimiter must follow a closing quote; write a quote inside a cell twice");
        }
        List<String> cells = parse(text.toString());
        if (!further.isEmpty() && width > 0 && cells.size() != width) {
            lines.giveBack(further);
            return faulty(
                    first,
                    Reason.UNCLOSED_QUOTE,
                    "引号跨行后列数为%d, 应为%d; 后面的行已逐行重读".formatted(cells.size(), width),
                    "with a quote over several lines it has %d cells, not %d; the lines after it were read again"
                            .formatted(cells.size(), width));
        }
        return new Parsed(first.number(), cells, text.toString(), null);
    }

    private static Parsed faulty(Lines.Line line, Reason reason, String zh, String en) {
        return new Parsed(line.number(), List.of(), line.text(), RowFault.of(reason, zh, en));
    }

    /** Whether a line ends inside a quoted cell. */
    private State scan(String line, boolean open) {
        boolean inside = open;
        boolean start = !open;
        int i = 0;
        while (i < line.length()) {
            char c = line.charAt(i);
            if (inside) {
                i++;
                if (c == '"' && i < line.length() && line.charAt(i) == '"') {
                    i++;
                } else if (c == '"') {
                    inside = false;
                    while (i < line.length() && line.charAt(i) == ' ') {
                        i++;
                    }
                    if (i < line.length() && line.charAt(i) != delimiter) {
                        return State.BROKEN;
                    }
                }
            } else if (start && c == '"') {
                inside = true;
                start = false;
                i++;
            } else {
                int next = line.indexOf(delimiter, i);
                if (next < 0) {
                    return State.WHOLE;
                }
                i = next + 1;
                start = true;
            }
        }
        return inside ? State.OPEN : State.WHOLE;
    }

    private List<String> parse(String text) throws IOException {
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            CSVRecord record = parser.iterator().next();
            List<String> cells = new ArrayList<>(record.size());
            for (String cell : record) {
                cells.add(cell.strip());
            }
            return cells;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private List<String> split(String text) {
        List<String> cells = new ArrayList<>();
        int from = 0;
        for (int to = text.indexOf(delimiter); to >= 0; to = text.indexOf(delimiter, from)) {
            cells.add(text.substring(from, to).strip());
            from = to + 1;
        }
        cells.add(text.substring(from).strip());
        return cells;
    }
}
