package org.sise.integrations.row;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers the rows of a file; lines of an archive's parts are counted on, as if they were one file. */
final class Numbering {

    private long index;
    private int base;
    private int last;

    /** A row in its turn; its line is counted in its part. */
    Row row(int line, List<String> cells, @Nullable String text, @Nullable RowFault fault) {
        last = base + line;
        return new Row(index++, last, cells, text, fault);
    }

    /** How many rows there were so far. */
    long count() {
        return index;
    }

    /** Begins the next part. */
    void nextPart() {
        base = last;
    }
}
