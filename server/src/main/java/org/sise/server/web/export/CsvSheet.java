package org.sise.server.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * CSV by RFC 4180 in UTF-8 with a byte order mark, by which spreadsheet programs know the encoding. A text that such a
 * program would take for a formula gets an apostrophe before it.
 */
public final class CsvSheet implements SheetWriter {

    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private final Writer out;

    /** Writes to a stream, which is flushed but not closed. */
    public CsvSheet(OutputStream stream, List<String> header) throws IOException {
        this.out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        out.write('\uFEFF');
        row(header);
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.write(cell(cells.get(i)));
        }
        out.write("\r\n");
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case Number number -> number.toString();
            default -> quoted(guarded(value.toString()));
        };
    }

    /** The text with an apostrophe before what begins a formula, also behind blanks. */
    static String guarded(String text) {
        String stripped = text.stripLeading();
        boolean formula = !stripped.isEmpty() && FORMULA_STARTS.indexOf(stripped.charAt(0)) >= 0
                || !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }

    private static String quoted(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (",\"\r\n".indexOf(text.charAt(i)) >= 0) {
                return '"' + text.replace("\"", "\"\"") + '"';
            }
        }
        return text;
    }
}
