package org.sise.supervision.plan;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.sise.core.csv.CsvTable;

/**
 * The figures of planning, from the table {@code rules/plan_rules.csv} with the source and confidence of each.
 *
 * @param worstShareMost the largest part of a stratum's places that may go to the worst, 0 to 1; what is left stays random
 * @param anyShare pure random checks as a share of the places of the strata by colour, with which a new plan begins
 * @param anyShareLeast the least of it that a plan may have, above 0
 * @param anyRatio the share drawn of those set aside for pure random checks, above 0
 * @param hoursPerVisit hours of one inspector's work for one visit
 */
public record PlanRules(
        BigDecimal worstShareMost,
        BigDecimal anyShare,
        BigDecimal anyShareLeast,
        BigDecimal anyRatio,
        BigDecimal hoursPerVisit) {

    private static final CsvTable TABLE = CsvTable.ofResource(PlanRules.class, "rules/plan_rules.csv");
    private static final PlanRules STANDARD = read();

    /** The figures that ship with the product. */
    public static PlanRules standard() {
        return STANDARD;
    }

    private static PlanRules read() {
        Map<String, BigDecimal> values = new HashMap<>();
        TABLE.rows().forEach(row -> values.put(row.get("rule"), new BigDecimal(row.get("value"))));
        return new PlanRules(
                value(values, "worst_share_most"),
                value(values, "any_share"),
                value(values, "any_share_least"),
                value(values, "any_ratio"),
                value(values, "hours_per_visit"));
    }

    private static BigDecimal value(Map<String, BigDecimal> values, String rule) {
        BigDecimal value = values.get(rule);
        if (value == null) {
            throw new IllegalArgumentException("no rule " + rule);
        }
        return value;
    }
}
