package org.sise.scoring.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.grade.Party;
import org.sise.scoring.policy.Points;

/**
 * One golden case.
 *
 * @param line where it begins in its file, from 1
 * @param population the parties that it is graded among, where the policy compares parties; the case's own party is one more,
 *     in the place of one with the same id
 */
public record GoldenCase(
        String name, int line, Party party, LocalDate asOf, List<Party> population, Expected expected) {
    /** The value of a figure that is not known. */
    public static final String UNKNOWN = "unknown";

    public GoldenCase {
        population = List.copyOf(population);
    }

    /**
     * What must come out. What is null is not looked at.
     *
     * @param grade the grade's id, or {@code not-applicable}
     * @param contributions the points by rule; a rule that is not named gives none
     * @param weightless the reason by the record's reference, such as {@code repaired}
     * @param figures the value by figure, {@code unknown} where it is not known; only those named are looked at
     * @param decisive the rule that decides, or {@code score}
     */
    public record Expected(
            String grade,
            @Nullable Points score,
            @Nullable Map<String, Points> contributions,
            @Nullable Map<String, String> weightless,
            @Nullable Map<String, String> figures,
            @Nullable String decisive) {}
}
