package org.sise.scoring.evaluate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.Policy;

/**
 * Whether the grades' distribution stays what it was. The population stability index of two distributions over the same
 * cells is the sum of (q − p) × ln(q / p), p being the earlier share of a cell and q the later (Siddiqi, Credit Risk
 * Scorecards, 2006, who calls less than 0.1 no change and 0.25 or more a shift). Half an outcome is added to each cell, so
 * that an empty cell has a share.
 *
 * <p>The population is that of the outcomes evaluated, each with its grade of the day before. The earlier half are the
 * outcomes before {@link #split}, the middle day of the period.
 *
 * @param psiGrade over the grades, the later half against the earlier; null where a half is empty
 * @param psiScore over tenths of the earlier half's scores (fewer where scores are equal); null where a half is empty
 * @param split the first day of the later half
 */
public record Stability(
        @Nullable Double psiGrade,
        @Nullable Double psiScore,
        LocalDate split,
        int earlier,
        int later,
        List<Quarter> quarters) {
    private static final int TENTHS = 10;

    /**
     * A quarter of a year.
     *
     * @param name such as {@code 2014-Q1}
     * @param psiGrade its grades against those of the first quarter listed
     * @param auc null where it is not defined
     */
    public record Quarter(
            String name,
            int n,
            int bad,
            double psiGrade,
            @Nullable Auc auc) {}

    static Stability of(Policy policy, List<Standing> standings, LocalDate from, LocalDate to) {
        LocalDate split = from.plusDays((ChronoUnit.DAYS.between(from, to) + 1) / 2);
        List<Standing> earlier = new ArrayList<>();
        List<Standing> later = new ArrayList<>();
        TreeMap<String, List<Standing>> byQuarter = new TreeMap<>();
        for (Standing standing : standings) {
            (standing.date().isBefore(split) ? earlier : later).add(standing);
            byQuarter
                    .computeIfAbsent(quarter(standing.date()), name -> new ArrayList<>())
                    .add(standing);
        }
        int grades = policy.grades().size();
        Double psiGrade = null;
        Double psiScore = null;
        if (!earlier.isEmpty() && !later.isEmpty()) {
            psiGrade = index(byGrade(earlier, grades), byGrade(later, grades));
            long[] cuts = cuts(earlier);
            psiScore = index(byScore(earlier, cuts), byScore(later, cuts));
        }
        List<Quarter> quarters = new ArrayList<>();
        int[] first = byGrade(byQuarter.firstEntry().getValue(), grades);
        for (Map.Entry<String, List<Standing>> quarter : byQuarter.entrySet()) {
            List<Standing> within = quarter.getValue();
            quarters.add(new Quarter(
                    quarter.getKey(),
                    within.size(),
                    Standing.countBad(within),
                    index(first, byGrade(within, grades)),
                    Standing.auc(within, Standing.BY_GRADE)));
        }
        return new Stability(psiGrade, psiScore, split, earlier.size(), later.size(), quarters);
    }

    /** The population stability index of two counts over the same cells. */
    static double index(int[] before, int[] after) {
        double allBefore = Arrays.stream(before).sum() + before.length / 2.0;
        double allAfter = Arrays.stream(after).sum() + after.length / 2.0;
        double index = 0;
        for (int cell = 0; cell < before.length; cell++) {
            double p = (before[cell] + 0.5) / allBefore;
            double q = (after[cell] + 0.5) / allAfter;
            index += (q - p) * Math.log(q / p);
        }
        return index;
    }

    private static int[] byGrade(List<Standing> standings, int grades) {
        int[] counts = new int[grades];
        for (Standing standing : standings) {
            counts[standing.grade().rank()]++;
        }
        return counts;
    }

    private static int[] byScore(List<Standing> standings, long[] cuts) {
        int[] counts = new int[cuts.length + 1];
        for (Standing standing : standings) {
            int cell = 0;
            while (cell < cuts.length && standing.risk() >= cuts[cell]) {
                cell++;
            }
            counts[cell]++;
        }
        return counts;
    }

    /** The scores that begin the second to the last tenth, each once. */
    private static long[] cuts(List<Standing> standings) {
        long[] sorted = standings.stream().mapToLong(Standing::risk).sorted().toArray();
        long[] cuts = new long[TENTHS - 1];
        for (int i = 1; i < TENTHS; i++) {
            cuts[i - 1] = sorted[(int) ((long) i * sorted.length / TENTHS)];
        }
        return Arrays.stream(cuts).filter(cut -> cut > sorted[0]).distinct().toArray();
    }

    private static String quarter(LocalDate date) {
        return "%d-Q%d".formatted(date.getYear(), date.get(IsoFields.QUARTER_OF_YEAR));
    }
}
