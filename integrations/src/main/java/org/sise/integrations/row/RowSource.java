package org.sise.integrations.row;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.FeedFormat;

/** The rows of one file, one after the other; what it keeps in memory does not grow with the number of rows. */
public sealed interface RowSource extends Closeable permits CsvRows, XlsxRows {

    /** The file's columns. */
    Header header();

    /**
     * The next row, or null behind the last.
     *
     * @throws FileFault when the file cannot be read on because of what is in it
     * @throws IOException when it cannot be read at all
     */
    @Nullable
    Row next() throws FileFault, IOException;

    /** How much of the file was read so far, in bytes. */
    long position();

    /**
     * Opens a file.
     *
     * @param needed the columns that must be there
     * @throws FileFault when it cannot be used, with reason and remedy
     * @throws IOException when it cannot be read at all
     */
    static RowSource open(Path file, FeedFormat format, Set<String> needed) throws FileFault, IOException {
        return switch (format) {
            case FeedFormat.Csv csv -> CsvRows.open(file, csv, needed);
            case FeedFormat.Xlsx xlsx -> XlsxRows.open(file, xlsx, needed);
        };
    }
}
