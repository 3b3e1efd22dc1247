package org.sise.supervision.measure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sise.core.csv.CsvTable;

/** The catalogue of measures (失信惩戒与守信激励措施清单). Immutable. */
public final class MeasureCatalogue {

    private static final MeasureCatalogue STANDARD =
            read(CsvTable.ofResource(MeasureCatalogue.class, "rules/measures.csv"));

    private final Map<String, MeasureEntry> byId;

    private MeasureCatalogue(Map<String, MeasureEntry> byId) {
        this.byId = Collections.unmodifiableMap(byId);
    }

    /** The catalogue that ships with the product: the table {@code rules/measures.csv}. */
    public static MeasureCatalogue standard() {
        return STANDARD;
    }

    /**
     * A catalogue from a table with the columns of the shipped one.
     *
     * @throws IllegalArgumentException when an entry has no legal basis, is one that a colour would bring, or stands twice
     */
    public static MeasureCatalogue read(CsvTable table) {
        Map<String, MeasureEntry> entries = new LinkedHashMap<>();
        for (CsvTable.Row row : table.rows()) {
            MeasureEntry entry = entry(row);
            if (entries.put(entry.id(), entry) != null) {
                throw new IllegalArgumentException("measure " + entry.id() + " stands twice");
            }
        }
        return new MeasureCatalogue(entries);
    }

    private static MeasureEntry entry(CsvTable.Row row) {
        List<MeasureCondition> conditions = new ArrayList<>();
        for (String condition : text(row, "condition").split("\\|", -1)) {
            if (!condition.isEmpty()) {
                conditions.add(MeasureCondition.read(condition));
            }
        }
        String months = row.optional("months");
        return new MeasureEntry(
                row.get("id"),
                row.get("kind").equals("incentive") ? MeasureKind.INCENTIVE : MeasureKind.MEASURE,
                row.get("category"),
                row.get("content_zh"),
                row.get("content_en"),
                row.get("target"),
                text(row, "legal_basis"),
                text(row, "implementing_department"),
                row.get("duration"),
                months == null ? null : Integer.valueOf(months),
                conditions,
                row.get("list_membership"),
                row.get("source"),
                row.get("confidence"));
    }

    private static String text(CsvTable.Row row, String column) {
        String text = row.optional(column);
        return text == null ? "" : text;
    }

    /** All entries, in the table's order. */
    public Collection<MeasureEntry> all() {
        return byId.values();
    }

    /** The entry of an id, or null when there is none. */
    public @Nullable MeasureEntry byId(String id) {
        return byId.get(id);
    }

    /** The categories, in the table's order. */
    public Set<String> categories() {
        Set<String> categories = new LinkedHashSet<>();
        byId.values().forEach(entry -> categories.add(entry.category()));
        return Collections.unmodifiableSet(categories);
    }

    /** The departments, in the table's order. */
    public Set<String> departments() {
        Set<String> departments = new LinkedHashSet<>();
        byId.values().forEach(entry -> departments.add(entry.department()));
        return Collections.unmodifiableSet(departments);
    }
}
