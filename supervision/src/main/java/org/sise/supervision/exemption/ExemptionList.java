package org.sise.supervision.exemption;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.core.csv.CsvTable;

/**
 * The exemption lists (首违不罚清单、轻微免罚清单) that were found, and the terms by which their entries are offered here: the
 * tables {@code rules/exemptions.csv}, {@code exemption_terms.csv} and {@code exemption_conditions.csv}. Immutable.
 */
public final class ExemptionList {

    private static final ExemptionList STANDARD =
            read(table("exemptions"), table("exemption_terms"), table("exemption_conditions"));
    private static final String FIRST = "first";

    private final Map<String, ExemptionEntry> byId;
    private final int years;

    private ExemptionList(Map<String, ExemptionEntry> byId, int years) {
        this.byId = Collections.unmodifiableMap(byId);
        this.years = years;
    }

    /** The lists that ship with the product. */
    public static ExemptionList standard() {
        return STANDARD;
    }

    /**
     * Lists from tables with the columns of the shipped ones.
     *
     * @throws IllegalArgumentException when terms name an entry or a condition that there is not
     */
    public static ExemptionList read(CsvTable entries, CsvTable terms, CsvTable conditions) {
        Map<String, ExemptionCondition> known = new HashMap<>();
        int years = 0;
        for (CsvTable.Row row : conditions.rows()) {
            ExemptionCondition condition = new ExemptionCondition(
                    row.get("condition"),
                    row.get("by").equals("records"),
                    row.get("zh"),
                    row.get("en"),
                    row.get("source"),
                    row.get("confidence"));
            known.put(condition.id(), condition);
            if (condition.id().equals(FIRST)) {
                years = Integer.parseInt(row.get("figure"));
            }
        }
        Map<String, CsvTable.Row> termsOf = new HashMap<>();
        terms.rows().forEach(row -> termsOf.put(row.get("entry"), row));
        Map<String, ExemptionEntry> byId = new LinkedHashMap<>();
        for (CsvTable.Row row : entries.rows()) {
            byId.put(row.get("id"), entry(row, termsOf.remove(row.get("id")), known));
        }
        if (!termsOf.isEmpty() || years == 0) {
            throw new IllegalArgumentException("terms of unknown entries " + termsOf.keySet() + ", or no period");
        }
        return new ExemptionList(byId, years);
    }

    /** All rows, in the table's order, those that are not offered with them. */
    public Collection<ExemptionEntry> all() {
        return byId.values();
    }

    /** The entry of an id, or null. */
    public @Nullable ExemptionEntry byId(String id) {
        return byId.get(id);
    }

    /** The entries that speak of a check item: offered ones, and those that leave it out. */
    public List<ExemptionEntry> of(String item) {
        return byId.values().stream()
                .filter(entry -> entry.items().contains(item))
                .toList();
    }

    /** Years back in which a violation of the same kind makes this one no first one. */
    public int years() {
        return years;
    }

    private static ExemptionEntry entry(
            CsvTable.Row row, CsvTable.@Nullable Row terms, Map<String, ExemptionCondition> known) {
        List<ExemptionCondition> conditions = new ArrayList<>();
        for (String word : terms == null ? List.<String>of() : words(terms, "conditions")) {
            ExemptionCondition condition = known.get(word);
            if (condition == null) {
                throw new IllegalArgumentException("entry " + row.get("id") + ": no condition is called " + word);
            }
            conditions.add(condition);
        }
        return new ExemptionEntry(
                row.get("id"),
                row.get("violation"),
                row.get("conditions"),
                row.get("violation_basis"),
                row.get("exemption_basis"),
                row.get("list_name"),
                row.get("region"),
                row.get("kind"),
                row.get("source"),
                row.get("confidence"),
                terms == null
                        ? ExemptionEntry.Standing.KEPT
                        : ExemptionEntry.Standing.valueOf(terms.get("standing").toUpperCase(Locale.ROOT)),
                terms == null ? List.of() : words(terms, "items"),
                terms == null ? List.of() : words(terms, "matter"),
                conditions);
    }

    private static List<String> words(CsvTable.Row row, String column) {
        String words = row.optional(column);
        return words == null ? List.of() : Arrays.asList(words.split(";", -1));
    }

    private static CsvTable table(String name) {
        return CsvTable.ofResource(ExemptionList.class, "rules/" + name + ".csv");
    }
}
