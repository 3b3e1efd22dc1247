package org.sise.server.web.export;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes one table row by row, keeping little of it in memory. */
public sealed interface SheetWriter extends Closeable permits CsvSheet, XlsxSheet {

    /** Writes the next row: texts, numbers ({@link Number}), dates ({@link java.time.LocalDate}) or null. */
    void row(List<? extends @Nullable Object> cells) throws IOException;
}
