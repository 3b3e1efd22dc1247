package org.sise.scoring.cases;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.grade.Party;
import org.sise.scoring.policy.Points;

/**
 * One golden case.
 *
 * @param line where it begins in its file, from 1
 */
public record GoldenCase(String name, int line, Party party, LocalDate asOf, Expected expected) {
    /**
     * What must come out. What is null is not looked at.
     *
     * @param grade the grade's id, or {@code not-applicable}
     * @param contributions the points by rule; a rule that is not named gives none
     * @param weightless the reason by the record's reference, such as {@code repaired}
     * @param decisive the rule that decides, or {@code score}
     */
    public record Expected(
            String grade,
            @Nullable Points score,
            @Nullable Map<String, Points> contributions,
            @Nullable Map<String, String> weightless,
            @Nullable String decisive) {}
}
