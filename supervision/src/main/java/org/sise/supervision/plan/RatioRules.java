package org.sise.supervision.plan;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.core.csv.CsvTable;
import org.sise.core.grade.Grade;

/** Shares of businesses inspected a year by colour: the defaults of new plans, and published ones to compare with. */
public final class RatioRules {

    private static final RatioRules STANDARD =
            new RatioRules(CsvTable.ofResource(RatioRules.class, "rules/plan_ratios.csv"));

    private final List<RatioRule> all;
    private final Map<Grade, RatioRule> defaults = new EnumMap<>(Grade.class);

    private RatioRules(CsvTable table) {
        this.all = table.rows().stream().map(RatioRules::rule).toList();
        for (RatioRule rule : all) {
            if (rule.isDefault()) {
                defaults.put(rule.grade(), rule);
            }
        }
        if (defaults.size() < Grade.values().length) {
            throw new IllegalArgumentException("no default ratio for some of the colours: " + defaults.keySet());
        }
    }

    /**
     * One share.
     *
     * @param scheme the scheme, with place and year where it is a published one
     * @param label what the scheme calls the class
     * @param grade the colour that the class corresponds to
     * @param least the least share, 0 to 1
     * @param most the largest share, 0 to 1
     * @param planned the share of a plan, 0 to 1, or null where only limits are known
     * @param isDefault whether new plans begin with it
     * @param source where it was found
     * @param confidence {@code source-read}, {@code high}, {@code medium} or {@code low}; a low one needs confirmation by
     *     the authority
     */
    public record RatioRule(
            String scheme,
            String label,
            Grade grade,
            BigDecimal least,
            BigDecimal most,
            @Nullable BigDecimal planned,
            boolean isDefault,
            String source,
            String confidence) {}

    /** The shares that ship with the product: the table {@code rules/plan_ratios.csv}. */
    public static RatioRules standard() {
        return STANDARD;
    }

    /** All shares, in the table's order. */
    public List<RatioRule> all() {
        return all;
    }

    /** The default of each colour. */
    public Map<Grade, RatioRule> defaults() {
        return Collections.unmodifiableMap(defaults);
    }

    /** The ratio with which a new plan begins, by colour. */
    public Map<Grade, BigDecimal> defaultRatios() {
        Map<Grade, BigDecimal> ratios = new EnumMap<>(Grade.class);
        defaults.forEach((grade, rule) -> ratios.put(grade, rule.planned() == null ? rule.least() : rule.planned()));
        return ratios;
    }

    private static RatioRule rule(CsvTable.Row row) {
        String planned = row.optional("planned_pct");
        return new RatioRule(
                row.get("scheme"),
                row.get("class"),
                Grade.valueOf(row.get("grade")),
                share(row.get("least_pct")),
                share(row.get("most_pct")),
                planned == null ? null : share(planned),
                row.get("is_default").equals("1"),
                row.get("source"),
                row.get("confidence"));
    }

    private static BigDecimal share(String percent) {
        return new BigDecimal(percent).movePointLeft(2).stripTrailingZeros();
    }
}
