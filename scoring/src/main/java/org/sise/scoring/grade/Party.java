package org.sise.scoring.grade;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is graded, with everything known about it. The order of the facts has no meaning.
 *
 * @param id any text, such as a credit code
 * @param industry code by GB/T 4754, where known
 * @param region code by GB/T 2260, where known
 * @param previous its grade so far, where a policy's {@code steadiness} looks at it; null: none
 */
public record Party(
        String id,
        @Nullable String industry,
        @Nullable String region,
        @Nullable LocalDate registeredOn,
        List<Fact> facts,
        @Nullable Previous previous) {
    public Party {
        facts = List.copyOf(facts);
    }

    /** A party without a grade so far. */
    public Party(
            String id,
            @Nullable String industry,
            @Nullable String region,
            @Nullable LocalDate registeredOn,
            List<Fact> facts) {
        this(id, industry, region, registeredOn, facts, null);
    }
}
