package org.sise.supervision.list;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes an inspection list as XLSX, row by row, with a new sheet after a million rows. Cells are texts, which no
 * spreadsheet takes for formulas, but what looks like one begins with an apostrophe as in the CSV, lest it be copied.
 */
public final class ListXlsx implements AutoCloseable {

    private static final int ROWS_A_SHEET = 1_000_000;
    private static final int FLUSH_EVERY = 1_000;

    private final OutputStream out;
    private final Workbook workbook;
    private @Nullable Worksheet sheet;
    private int sheets;
    private int rows;

    /** Begins a list; the stream is closed with it. */
    public ListXlsx(OutputStream out) {
        this.out = out;
        this.workbook = new Workbook(out, "Sise", "1.0");
        this.sheet = newSheet();
    }

    /** Writes a row. */
    public void write(ListRow row) {
        if (rows == ROWS_A_SHEET) {
            finishSheet();
            sheet = newSheet();
        }
        Worksheet present = sheet;
        if (present == null) {
            throw new IllegalStateException("the list is closed");
        }
        rows++;
        present.value(rows, 0, row.number());
        List<String> texts = ListColumns.texts(row);
        for (int column = 0; column < texts.size(); column++) {
            present.inlineString(rows, column + 1, ListCsv.guarded(texts.get(column)));
        }
        if (rows % FLUSH_EVERY == 0) {
            try {
                present.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        try (out) {
            finishSheet();
            workbook.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Worksheet newSheet() {
        sheets++;
        rows = 0;
        Worksheet fresh = workbook.newWorksheet(sheets == 1 ? "检查名单" : "检查名单" + sheets);
        for (int column = 0; column < ListColumns.HEADERS.size(); column++) {
            fresh.value(0, column, ListColumns.HEADERS.get(column));
            fresh.width(column, ListColumns.WIDTHS.get(column));
        }
        fresh.range(0, 0, 0, ListColumns.HEADERS.size() - 1).style().bold().set();
        fresh.freezePane(0, 1);
        return fresh;
    }

    private void finishSheet() {
        Worksheet present = sheet;
        sheet = null;
        if (present != null) {
            try {
                present.finish();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
