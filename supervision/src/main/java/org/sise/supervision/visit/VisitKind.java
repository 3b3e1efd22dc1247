package org.sise.supervision.visit;

import java.util.EnumMap;
import java.util.Map;
import org.sise.core.csv.CsvTable;

/** Why a business is visited (检查类型). What each kind may do stands in the table {@code rules/inspection_kinds.csv}. */
public enum VisitKind {
    /** Drawn by lot under a published plan. */
    RANDOM,
    /** On the authority's own initiative. */
    DAILY,
    /** A special campaign. */
    SPECIAL,
    /** In the course of a case. */
    CASE,
    /** After a complaint, a report, a transferred clue or an off-site alert. */
    CLUE,
    /** Ordered by a superior authority. */
    ORDERED,
    /** Asked for by the business. */
    REQUESTED,
    /** Without approval, which is made up afterwards. */
    EMERGENCY;

    private static final Map<VisitKind, Rule> RULES = rules();

    /**
     * What a kind may do.
     *
     * @param zh its name in Chinese
     * @param en its name in English
     * @param counted whether the yearly count includes it
     * @param selfInitiated whether it is on the authority's own initiative
     * @param visitsBlue whether a blue business may be visited for it
     * @param stopsAtCap whether the cap stops it; if not, the supervisor is told
     * @param source where this was found
     * @param confidence {@code source-read}, {@code high}, {@code medium} or {@code low}; a low one needs confirmation
     */
    public record Rule(
            String zh,
            String en,
            boolean counted,
            boolean selfInitiated,
            boolean visitsBlue,
            boolean stopsAtCap,
            String source,
            String confidence) {}

    /** What this kind may do. */
    public Rule rule() {
        Rule rule = RULES.get(this);
        if (rule == null) {
            throw new IllegalStateException("no rule for " + this);
        }
        return rule;
    }

    private static Map<VisitKind, Rule> rules() {
        Map<VisitKind, Rule> rules = new EnumMap<>(VisitKind.class);
        for (CsvTable.Row row : CsvTable.ofResource(VisitKind.class, "rules/inspection_kinds.csv")
                .rows()) {
            rules.put(
                    valueOf(row.get("kind")),
                    new Rule(
                            row.get("zh"),
                            row.get("en"),
                            row.get("counted").equals("1"),
                            row.get("self_initiated").equals("1"),
                            row.get("visits_blue").equals("1"),
                            row.get("beyond_cap").equals("stop"),
                            row.get("source"),
                            row.get("confidence")));
        }
        return rules;
    }
}
