package org.sise.supervision.door;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.sise.core.csv.CsvTable;
import org.sise.core.record.InspectionResult;

/** Which of the eight results are a problem found, by the table {@code rules/problem_results.csv}. */
public final class ProblemResults {

    private static final CsvTable TABLE = CsvTable.ofResource(ProblemResults.class, "rules/problem_results.csv");
    private static final Set<InspectionResult> STANDARD = read(TABLE);

    private ProblemResults() {}

    /** The results that are a problem by the table that ships with the product. */
    public static Set<InspectionResult> standard() {
        return STANDARD;
    }

    /** The table's rows with source and confidence, for pages. */
    public static List<CsvTable.Row> rows() {
        return TABLE.rows();
    }

    private static Set<InspectionResult> read(CsvTable table) {
        Set<InspectionResult> problems = EnumSet.noneOf(InspectionResult.class);
        for (CsvTable.Row row : table.rows()) {
            if (row.get("problem").equals("1")) {
                problems.add(InspectionResult.valueOf(row.get("result")));
            }
        }
        return Collections.unmodifiableSet(problems);
    }
}
