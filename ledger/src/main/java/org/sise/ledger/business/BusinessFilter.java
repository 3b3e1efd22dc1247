package org.sise.ledger.business;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;
import org.sise.core.record.BusinessStatus;

/**
 * Which businesses are meant. What is null or empty does not restrict.
 *
 * @param text a part of the name or of the credit code
 * @param grade the present grade
 * @param regions prefixes of region codes
 * @param industries prefixes of industry codes
 * @param status the state in the register
 */
public record BusinessFilter(
        @Nullable String text,
        @Nullable Grade grade,
        List<String> regions,
        List<String> industries,
        @Nullable BusinessStatus status) {

    /** All businesses. */
    public static final BusinessFilter ALL = new BusinessFilter(null, null, List.of(), List.of(), null);

    /** Copies the lists. */
    public BusinessFilter {
        regions = List.copyOf(regions);
        industries = List.copyOf(industries);
    }
}
