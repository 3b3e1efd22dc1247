package org.sise.supervision.step;

import java.util.List;
import org.sise.core.csv.CsvTable;

/** Periods and limits of what follows from records: the table {@code rules/consequence_rules.csv}. Immutable. */
public final class RuleFigures {

    private static final RuleFigures STANDARD =
            new RuleFigures(CsvTable.ofResource(RuleFigures.class, "rules/consequence_rules.csv"));

    private final CsvTable table;

    private RuleFigures(CsvTable table) {
        this.table = table;
    }

    /** The figures that ship with the product. */
    public static RuleFigures standard() {
        return STANDARD;
    }

    /**
     * Figures from a table with the columns of the shipped one.
     *
     * @throws IllegalArgumentException when a figure has no source
     */
    public static RuleFigures read(CsvTable table) {
        table.rows().forEach(row -> row.get("source"));
        return new RuleFigures(table);
    }

    /**
     * The figure of a rule, in its unit.
     *
     * @throws IllegalArgumentException when there is none
     */
    public int number(String rule) {
        return table.rows().stream()
                .filter(row -> row.get("rule").equals(rule))
                .map(row -> Integer.parseInt(row.get("value")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no rule " + rule));
    }

    /** The rows with meaning, source and confidence, for pages. */
    public List<CsvTable.Row> rows() {
        return table.rows();
    }
}
