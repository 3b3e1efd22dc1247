package org.sise.server.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** An Excel workbook of one sheet. Texts are written as texts, so that none is taken for a formula. */
public final class XlsxSheet implements SheetWriter {

    private static final int FLUSH_EVERY = 1_000;
    private static final int MOST_CHARACTERS = 32_767;

    /** Rows that a sheet can hold, by ECMA-376 as Excel limits it. */
    private static final int MOST_ROWS = 1_048_576;

    private final Workbook workbook;
    private Worksheet sheet;
    private final String name;
    private final List<String> header;
    private int row;
    private int sheets = 1;

    /** Writes to a stream, which is not closed. A table longer than a sheet goes on in the next sheet. */
    public XlsxSheet(OutputStream stream, String name, List<String> header) throws IOException {
        this.workbook = new Workbook(stream, "Sise", "1.0");
        this.name = name;
        this.header = header;
        this.sheet = workbook.newWorksheet(name);
        head();
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        if (row == MOST_ROWS) {
            sheet.finish();
            sheets++;
            sheet = workbook.newWorksheet(name + " " + sheets);
            row = 0;
            head();
        }
        for (int i = 0; i < cells.size(); i++) {
            Object value = cells.get(i);
            switch (value) {
                case null -> {}
                case Number number -> sheet.value(row, i, number);
                case LocalDate date -> {
                    sheet.value(row, i, date);
                    sheet.style(row, i).format("yyyy-mm-dd").set();
                }
                default -> sheet.value(row, i, text(value.toString()));
            }
        }
        row++;
        if (row % FLUSH_EVERY == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
    }

    private void head() {
        for (int i = 0; i < header.size(); i++) {
            sheet.value(0, i, header.get(i));
            sheet.style(0, i).bold().set();
            sheet.width(i, Math.max(12, 2 * header.get(i).length() + 4));
        }
        sheet.freezePane(0, 1);
        row = 1;
    }

    private static String text(String value) {
        StringBuilder clean = new StringBuilder(Math.min(value.length(), MOST_CHARACTERS));
        for (int i = 0; i < value.length() && clean.length() < MOST_CHARACTERS; i++) {
            char c = value.charAt(i);
            clean.append(c >= ' ' || c == '\n' || c == '\t' ? c : ' ');
        }
        return clean.toString();
    }
}
