package org.sise.scoring.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.GradeLevel;
import org.sise.scoring.policy.Policy;

/**
 * Whether the policy does the same in every district: each district's shares of the grades beside its rate of bad
 * outcomes, and how well the grades rank within it. A district with many red parties and few bad outcomes is graded too
 * hard, one whose area under the curve is near 0.5 is graded blindly. Gaps are plain differences of the largest and the
 * smallest, over districts with enough outcomes and a known code; no significance is claimed.
 *
 * @param districts by code, the unknown last
 * @param leastOfDistrict the fewest outcomes of a district that the gaps look at
 * @param badRateGap the gap of the rates of bad outcomes; null where fewer than two districts can be compared
 * @param gradeGap the largest gap of a grade's shares; null where fewer than two districts can be compared
 */
public record Districts(
        List<District> districts,
        int leastOfDistrict,
        @Nullable Gap badRateGap,
        @Nullable Gap gradeGap) {
    /**
     * A district.
     *
     * @param region the code of its parties; null: not known
     * @param byGrade outcomes by grade, from the best to the worst
     * @param auc null where it is not defined
     */
    public record District(
            @Nullable String region,
            int n,
            int bad,
            List<Integer> byGrade,
            @Nullable Auc auc) {
        public double badRate() {
            return (double) bad / n;
        }

        /** The share of outcomes with that grade. */
        public double share(GradeLevel grade) {
            return (double) byGrade.get(grade.rank()) / n;
        }
    }

    /**
     * The largest difference of a rate between two districts.
     *
     * @param grade whose share is meant; null: the rate of bad outcomes
     */
    public record Gap(@Nullable GradeLevel grade, double difference, District lowest, District highest) {}

    static Districts of(Policy policy, List<Standing> standings, int leastOfDistrict) {
        TreeMap<String, List<Standing>> byRegion = new TreeMap<>();
        List<Standing> unknown = new ArrayList<>();
        for (Standing standing : standings) {
            String region = standing.region();
            if (region == null || region.isEmpty()) {
                unknown.add(standing);
            } else {
                byRegion.computeIfAbsent(region, code -> new ArrayList<>()).add(standing);
            }
        }
        List<District> districts = new ArrayList<>();
        List<District> compared = new ArrayList<>();
        for (Map.Entry<String, List<Standing>> entry : byRegion.entrySet()) {
            District district = district(entry.getKey(), policy, entry.getValue());
            districts.add(district);
            if (district.n >= leastOfDistrict) {
                compared.add(district);
            }
        }
        if (!unknown.isEmpty()) {
            districts.add(district(null, policy, unknown));
        }
        Gap gradeGap = null;
        for (GradeLevel grade : policy.grades()) {
            Gap gap = gap(compared, grade, district -> district.share(grade));
            gradeGap = gradeGap == null || (gap != null && gap.difference > gradeGap.difference) ? gap : gradeGap;
        }
        return new Districts(districts, leastOfDistrict, gap(compared, null, District::badRate), gradeGap);
    }

    private static District district(@Nullable String region, Policy policy, List<Standing> standings) {
        int[] byGrade = new int[policy.grades().size()];
        for (Standing standing : standings) {
            byGrade[standing.grade().rank()]++;
        }
        List<Integer> counts = new ArrayList<>();
        for (int count : byGrade) {
            counts.add(count);
        }
        return new District(
                region,
                standings.size(),
                Standing.countBad(standings),
                List.copyOf(counts),
                Standing.auc(standings, Standing.BY_GRADE));
    }

    private static @Nullable Gap gap(
            List<District> districts, @Nullable GradeLevel grade, ToDoubleFunction<District> rate) {
        if (districts.size() < 2) {
            return null;
        }
        District lowest = districts.getFirst();
        District highest = districts.getFirst();
        for (District district : districts) {
            lowest = rate.applyAsDouble(district) < rate.applyAsDouble(lowest) ? district : lowest;
            highest = rate.applyAsDouble(district) > rate.applyAsDouble(highest) ? district : highest;
        }
        return new Gap(grade, rate.applyAsDouble(highest) - rate.applyAsDouble(lowest), lowest, highest);
    }
}
