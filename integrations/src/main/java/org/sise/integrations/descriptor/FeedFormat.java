package org.sise.integrations.descriptor;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** The form of a feed's files. The first row names the columns. A file that is gzipped is seen to be so. */
public sealed interface FeedFormat {

    /**
     * Delimited text by RFC 4180.
     *
     * @param charset the encoding; a byte order mark of UTF-8 is skipped
     * @param delimiter what stands between cells
     */
    record Csv(Charset charset, char delimiter) implements FeedFormat {}

    /**
     * One sheet of an Office Open XML workbook.
     *
     * @param sheet the sheet's number from 1, when it has no name here
     * @param name the sheet's name, or null
     */
    record Xlsx(int sheet, @Nullable String name) implements FeedFormat {}
}
