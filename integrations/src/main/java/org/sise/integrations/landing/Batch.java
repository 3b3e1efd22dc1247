package org.sise.integrations.landing;

import java.util.List;
import org.sise.integrations.mapping.MappedRow;

/**
 * Consecutive rows of one delivery, landed together.
 *
 * @param delivery the delivery
 * @param feed its feed
 * @param rows the rows, at least one, in the order of the file
 */
public record Batch(long delivery, String feed, List<MappedRow> rows) {

    /** The number of the first row. */
    public long first() {
        return rows.getFirst().index();
    }

    /** The number of the row behind the last. */
    public long end() {
        return rows.getLast().index() + 1;
    }
}
