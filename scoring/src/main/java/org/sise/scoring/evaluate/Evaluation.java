package org.sise.scoring.evaluate;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.Policy;

/**
 * What an evaluation found. Every number is over the {@link #n} outcomes that lie in the period and whose party the
 * policy applies to; the others are counted and in no statistic.
 *
 * @param from the first day of the period: as asked, else of the first outcome
 * @param to the last day of the period: as asked, else of the last outcome
 * @param given outcomes handed in
 * @param outsidePeriod of them, before {@code from} or after {@code to}
 * @param notApplicable of those within, of parties outside the policy's scope
 * @param n outcomes evaluated
 * @param bad the bad ones among them
 * @param withoutRecords of the evaluated, those whose party had no earlier record, in force or not; the policy grades such a
 *     party all the same, by what it says of absence, and so it is evaluated
 * @param unknownParties of {@code withoutRecords}, those of parties of which nothing at all was handed in
 * @param auc by grade and within a grade by score; null where all outcomes are bad or none is
 * @param aucByScore by score alone, which differs where a rule beside the score decides
 * @param aucByColour by grade alone, scores within a grade taken as equal: what the colour says by itself
 * @param aucWithRecords by grade and score, without the parties that had no earlier record
 * @param byColour a line for each grade, the worst first
 * @param daysEarlier null where there was no bad result to be found
 */
public record Evaluation(
        Policy policy,
        LocalDate from,
        LocalDate to,
        int given,
        int outsidePeriod,
        int notApplicable,
        int n,
        int bad,
        int parties,
        int withoutRecords,
        int unknownParties,
        @Nullable Auc auc,
        @Nullable Auc aucByScore,
        @Nullable Auc aucByColour,
        @Nullable Auc aucWithRecords,
        List<Lift> byColour,
        @Nullable DaysEarlier daysEarlier,
        Stability stability,
        Districts districts) {
    public Evaluation {
        byColour = List.copyOf(byColour);
    }

    /** The share of bad outcomes. */
    public double badRate() {
        return (double) bad / n;
    }
}
