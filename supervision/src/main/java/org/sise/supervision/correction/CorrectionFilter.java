package org.sise.supervision.correction;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which corrections are asked for; what is null does not restrict.
 *
 * @param state where they stand
 * @param business a part of the name, or the beginning of the credit code
 * @param department the department whose task had the item
 * @param dueBy the latest deadline
 * @param open true for those that are not verified
 * @param order in which order
 */
public record CorrectionFilter(
        @Nullable CorrectionState state,
        @Nullable String business,
        @Nullable String department,
        @Nullable LocalDate dueBy,
        boolean open,
        Order order) {

    /** Every correction, the most urgent first. */
    public static final CorrectionFilter ALL = new CorrectionFilter(null, null, null, null, false, Order.DUE);

    /** An order of the list. */
    public enum Order {
        /** What is not verified first, of these the nearest deadline; what is over its deadline leads. */
        DUE,
        /** The latest order first. */
        LATEST
    }

    @Nullable
    String like() {
        return business == null || business.isBlank()
                ? null
                : "%" + business.strip().replaceAll("([%_\\\\])", "\\\\$1") + "%";
    }
}
