package org.sise.server.web.feed;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.landing.SentBack;

/**
 * A workbook of quarantined rows, one sheet after the other, little of it in memory. Texts are written as texts, so that
 * no program takes them for formulas, numbers or dates.
 */
final class SentBackWorkbook implements Closeable {

    private static final int FLUSH_EVERY = 1_000;
    private static final String WRONG = "FBDEDE";
    private static final String OURS = "E9EEF4";

    /** Rows that a sheet can hold, by ECMA-376 as Excel limits it. */
    private static final int MOST_ROWS = 1_048_576;

    private static final int LONGEST_NAME = 28;

    private final Workbook workbook;
    private final Set<String> names = new HashSet<>();
    private @Nullable Worksheet sheet;
    private String name = "";
    private List<String> columns = List.of();
    private int row;

    /** Writes to a stream, which is not closed. */
    SentBackWorkbook(OutputStream stream) {
        this.workbook = new Workbook(stream, "Sise", "1.0");
    }

    /** Begins a sheet; the one before is finished. */
    Worksheet sheet(String title, List<String> header) throws IOException {
        if (sheet != null) {
            sheet.finish();
        }
        name = title;
        columns = header;
        Worksheet begun = workbook.newWorksheet(unique(title));
        for (int i = 0; i < header.size(); i++) {
            begun.value(0, i, header.get(i));
            begun.style(0, i)
                    .bold()
                    .fillColor(i < SentBack.COLUMNS.size() ? OURS : "FFFFFF")
                    .set();
            begun.width(i, Math.clamp(2L * header.get(i).length() + 4, 10, 40));
        }
        begun.width(SentBack.COLUMNS.size() - 1, 50);
        begun.freezePane(1, 1);
        row = 1;
        sheet = begun;
        return begun;
    }

    /**
     * Writes the next row.
     *
     * @param faulty the places of the cells to be marked
     */
    void row(List<? extends @Nullable Object> cells, Set<Integer> faulty) throws IOException {
        Worksheet open = sheet;
        if (open == null || row == MOST_ROWS) {
            open = sheet(name, columns);
        }
        for (int i = 0; i < cells.size(); i++) {
            switch (cells.get(i)) {
                case null -> {}
                case Number number -> open.value(row, i, number);
                case Object text -> open.value(row, i, text.toString());
            }
            if (faulty.contains(i)) {
                open.style(row, i).fillColor(WRONG).set();
            }
        }
        row++;
        if (row % FLUSH_EVERY == 0) {
            open.flush();
        }
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
    }

    /** A name that a sheet may have and no other has. */
    private String unique(String title) {
        String plain = title.replaceAll("[\\\\/*?:\\[\\]']", " ").strip();
        String cut = plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
        String unique = cut;
        for (int n = 2; !names.add(unique.toLowerCase(Locale.ROOT)); n++) {
            unique = cut + " " + n;
        }
        return unique;
    }
}
