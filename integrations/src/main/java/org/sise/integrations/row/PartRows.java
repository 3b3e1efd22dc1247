package org.sise.integrations.row;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of one part of a file. */
sealed interface PartRows extends Closeable permits CsvRows, XlsxRows, JsonRows, JsonLineRows, XmlRows, BodsRows {

    /** The columns. */
    Header header();

    /** The next row, or null behind the last. */
    @Nullable
    Row next() throws FileFault, IOException;

    /** Ends what was opened beyond the part itself. */
    @Override
    void close() throws IOException;
}
