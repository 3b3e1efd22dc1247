package org.sise.supervision.list;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes an inspection list as CSV by RFC 4180, in UTF-8 with a byte order mark, by which spreadsheets know it. A cell
 * that a spreadsheet would take for a formula begins with an apostrophe.
 */
public final class ListCsv implements AutoCloseable {

    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private final CSVPrinter printer;

    /** Begins a list; the stream is closed with it. */
    public ListCsv(OutputStream out) {
        OutputStreamWriter writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try {
            writer.write('\uFEFF');
            this.printer = new CSVPrinter(writer, CSVFormat.RFC4180);
            printer.printRecord(ListColumns.HEADERS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a row. */
    public void write(ListRow row) {
        List<String> cells = new ArrayList<>();
        cells.add(Integer.toString(row.number()));
        ListColumns.texts(row).forEach(text -> cells.add(guarded(text)));
        try {
            printer.printRecord(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            printer.close(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text with an apostrophe before what begins a formula, also behind blanks. */
    static String guarded(String text) {
        String stripped = text.stripLeading();
        boolean formula = !stripped.isEmpty() && FORMULA_STARTS.indexOf(stripped.charAt(0)) >= 0
                || !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }
}
