package org.sise.integrations.landing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was once done with a quarantined row.
 *
 * @param at when
 * @param actor by whom
 * @param action {@code replay}, {@code mend}, {@code discard}, {@code import} or {@code read-again}
 * @param outcome {@code landed}, {@code waits}, {@code refused}, {@code discarded} or {@code read-again}
 * @param mending the job that did it, or null when it was done by hand
 * @param cells the cells that were changed
 * @param note why, as far as somebody said, or what was still wrong; or null
 */
public record RowChange(
        Instant at,
        String actor,
        String action,
        String outcome,
        @Nullable Long mending,
        List<Cell> cells,
        @Nullable String note) {

    /**
     * A changed cell; personal numbers stand as keys.
     *
     * @param column its column
     * @param from what it held; an absent cell is an empty text
     * @param to what it holds
     */
    public record Cell(String column, String from, String to) {}
}
