package org.sise.server.demo;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One file of a feed that is being written; it bears its name only once it is closed whole. */
sealed interface FeedFile extends Closeable permits CsvFeedFile, XlsxFeedFile {

    /** Writes a row: texts, numbers and dates, null for an empty cell. */
    void row(@Nullable Object[] values) throws IOException;
}
