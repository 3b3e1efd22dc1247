package org.sise.supervision.correction;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.core.csv.CsvTable;
import org.sise.supervision.catalogue.CatalogueItem;
import org.sise.supervision.catalogue.CheckItems;

/** The periods of corrections, from the table {@code rules/correction_rules.csv}. Immutable. */
public final class CorrectionRules {

    private static final CorrectionRules STANDARD =
            new CorrectionRules(CsvTable.ofResource(CorrectionRules.class, "rules/correction_rules.csv"));
    private static final String ANY = "*";

    private final List<CsvTable.Row> rows;

    private CorrectionRules(CsvTable table) {
        this.rows = table.rows();
        for (String rule : List.of("days", "extension", "extensions", "remind")) {
            value(rule, null);
        }
    }

    /** The periods that ship with the product. */
    public static CorrectionRules standard() {
        return STANDARD;
    }

    /**
     * Periods from a table with the columns of the shipped one.
     *
     * @throws IllegalArgumentException when a column or a rule is missing
     */
    public static CorrectionRules read(CsvTable table) {
        return new CorrectionRules(table);
    }

    /** The rows with meaning, source and confidence, for pages. */
    public List<CsvTable.Row> rows() {
        return rows;
    }

    /** Working days in which an item's finding is to be put right: the item's own, else its category's, else the rest's. */
    public int days(String item, CheckItems catalogue) {
        CatalogueItem known = catalogue.everById(item);
        return value("days", known == null ? new String[] {item} : new String[] {item, known.category()});
    }

    /** Working days by which one extension may pass the deadline that was. */
    public int extension() {
        return value("extension", null);
    }

    /** How often a deadline may be extended. */
    public int extensions() {
        return value("extensions", null);
    }

    /** Working days before the deadline from which on the business is reminded. */
    public int remind() {
        return value("remind", null);
    }

    private int value(String rule, String @Nullable [] scopes) {
        for (String scope : scopes == null ? new String[0] : scopes) {
            for (CsvTable.Row row : rows) {
                if (row.get("rule").equals(rule) && row.get("scope").equals(scope)) {
                    return Integer.parseInt(row.get("value"));
                }
            }
        }
        return rows.stream()
                .filter(row -> row.get("rule").equals(rule) && row.get("scope").equals(ANY))
                .map(row -> Integer.parseInt(row.get("value")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no rule " + rule));
    }
}
