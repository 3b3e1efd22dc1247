package org.sise.integrations.landing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the quarantine.
 *
 * @param rows the part, in the order asked for
 * @param previous the number before which the part before ends, or null at the beginning
 * @param next the number behind which the following part begins, or null at the end
 */
public record QuarantinePage(
        List<QuarantinedRow> rows,
        @Nullable Long previous,
        @Nullable Long next) {

    /**
     * Where a part begins.
     *
     * @param newestFirst whether the latest row comes first
     * @param after behind this number in the order, or null from the beginning
     * @param before before this number in the order, or null; only one of both is given
     */
    public record Place(
            boolean newestFirst,
            @Nullable Long after,
            @Nullable Long before) {
        /** The beginning of the list. */
        public static final Place OLDEST = new Place(false, null, null);
    }

    /**
     * The rows beside a row.
     *
     * @param previous the number of the one before, or null
     * @param next the number of the one behind, or null
     */
    public record Neighbours(
            @Nullable Long previous, @Nullable Long next) {}
}
