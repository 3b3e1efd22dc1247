package org.sise.grading.whatif;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which movers are wanted.
 *
 * @param from a grade's id of the policy compared with, or {@code not-applicable}; null: any
 * @param to a grade's id of the draft, or {@code not-applicable}; null: any
 * @param industries prefixes of codes, one of which must fit; empty: any
 * @param regions prefixes of codes, one of which must fit; empty: any
 */
public record MoverQuery(@Nullable String from, @Nullable String to, List<String> industries, List<String> regions) {
    /** What stands for a grade where a policy is not for a business. */
    public static final String NOT_APPLICABLE = "not-applicable";

    /** Every mover. */
    public static final MoverQuery ALL = new MoverQuery(null, null, List.of(), List.of());

    public MoverQuery {
        industries = List.copyOf(industries);
        regions = List.copyOf(regions);
    }
}
