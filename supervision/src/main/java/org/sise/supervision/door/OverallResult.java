package org.sise.supervision.door;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import org.sise.core.csv.CsvTable;
import org.sise.core.record.InspectionResult;

/** The one result of a task from those of its items: the first by the rank of the table {@code rules/visit_results.csv}. */
final class OverallResult {

    private static final Map<InspectionResult, Integer> RANKS = ranks();

    private OverallResult() {}

    /** @throws IllegalArgumentException without a result */
    static InspectionResult of(Collection<InspectionResult> results) {
        return results.stream()
                .max(Comparator.comparing(result -> RANKS.getOrDefault(result, 0)))
                .orElseThrow(() -> new IllegalArgumentException("no item was checked"));
    }

    private static Map<InspectionResult, Integer> ranks() {
        Map<InspectionResult, Integer> ranks = new EnumMap<>(InspectionResult.class);
        for (CsvTable.Row row : CsvTable.ofResource(OverallResult.class, "rules/visit_results.csv")
                .rows()) {
            ranks.put(InspectionResult.valueOf(row.get("result")), Integer.valueOf(row.get("rank")));
        }
        if (ranks.size() < InspectionResult.values().length) {
            throw new IllegalArgumentException("no rank for some of the results");
        }
        return ranks;
    }
}
