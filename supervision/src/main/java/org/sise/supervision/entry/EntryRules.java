package org.sise.supervision.entry;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sise.core.csv.CsvTable;

/**
 * The figures of entry, from the table {@code rules/entry_rules.csv} with the source and confidence of each.
 *
 * @param officersLeast least certified officers of a visit
 * @param codeStep with which step a task's shown code changes
 * @param codeValid how long a shown code is taken
 * @param clockSkew tolerated difference between two clocks
 * @param offlineValid longest validity of a code fetched for use without a network
 * @param emergencyReviewDays working days within which an emergency entry is reviewed
 * @param resultPublicationDays working days within which a result is published
 */
public record EntryRules(
        int officersLeast,
        Duration codeStep,
        Duration codeValid,
        Duration clockSkew,
        Duration offlineValid,
        int emergencyReviewDays,
        int resultPublicationDays) {

    private static final CsvTable TABLE = CsvTable.ofResource(EntryRules.class, "rules/entry_rules.csv");
    private static final EntryRules STANDARD = read(TABLE);

    /** The figures that ship with the product. */
    public static EntryRules standard() {
        return STANDARD;
    }

    /** The table's rows with meaning, source and confidence, for pages. */
    public static List<CsvTable.Row> rows() {
        return TABLE.rows();
    }

    private static EntryRules read(CsvTable table) {
        Map<String, Integer> values = new HashMap<>();
        table.rows().forEach(row -> values.put(row.get("rule"), Integer.valueOf(row.get("value"))));
        return new EntryRules(
                value(values, "officers_least"),
                Duration.ofSeconds(value(values, "code_step_seconds")),
                Duration.ofSeconds(value(values, "code_valid_seconds")),
                Duration.ofSeconds(value(values, "clock_skew_seconds")),
                Duration.ofHours(value(values, "offline_valid_hours")),
                value(values, "emergency_review_days"),
                value(values, "result_publication_days"));
    }

    private static int value(Map<String, Integer> values, String rule) {
        Integer value = values.get(rule);
        if (value == null) {
            throw new IllegalArgumentException("no rule " + rule);
        }
        return value;
    }
}
