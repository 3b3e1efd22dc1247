package org.sise.supervision.catalogue;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sise.core.csv.CsvTable;

/** The catalogue of check items (随机抽查事项清单). Immutable. */
public final class CheckItems {

    private static final CheckItems STANDARD = read(CsvTable.ofResource(CheckItems.class, "rules/check_items.csv"));

    private final Map<String, CatalogueItem> byId;

    private CheckItems(Map<String, CatalogueItem> byId) {
        this.byId = Collections.unmodifiableMap(byId);
    }

    /** The catalogue that ships with the product: the table {@code rules/check_items.csv}. */
    public static CheckItems standard() {
        return STANDARD;
    }

    /**
     * A catalogue from a table with the columns of the shipped one.
     *
     * @throws IllegalArgumentException when a column or value is missing, a kind unknown or an id given twice
     */
    public static CheckItems read(CsvTable table) {
        Map<String, CatalogueItem> items = new LinkedHashMap<>();
        for (CsvTable.Row row : table.rows()) {
            CatalogueItem item = new CatalogueItem(
                    row.get("id"),
                    row.get("category"),
                    row.get("item"),
                    CatalogueItem.Kind.of(row.get("kind")),
                    row.get("object"),
                    row.get("method"),
                    row.get("legal_basis"),
                    row.get("department"),
                    row.optional("frequency_note"),
                    row.get("source"),
                    row.get("confidence"));
            if (items.put(item.id(), item) != null) {
                throw new IllegalArgumentException("check item " + item.id() + " stands twice");
            }
        }
        return new CheckItems(items);
    }

    /** All items, in the table's order. */
    public Collection<CatalogueItem> all() {
        return byId.values();
    }

    /** The item of an id, or null when there is none. */
    public @Nullable CatalogueItem byId(String id) {
        return byId.get(id);
    }

    /** The categories, in the table's order. */
    public Set<String> categories() {
        return distinct(CatalogueItem::category);
    }

    /** The departments, in the table's order. */
    public Set<String> departments() {
        return distinct(CatalogueItem::department);
    }

    /**
     * The items of a category and of a department, in the table's order.
     *
     * @param category null for all
     * @param department null for all
     */
    public List<CatalogueItem> select(@Nullable String category, @Nullable String department) {
        return byId.values().stream()
                .filter(item -> category == null || item.category().equals(category))
                .filter(item -> department == null || item.department().equals(department))
                .toList();
    }

    private Set<String> distinct(Function<CatalogueItem, String> part) {
        Set<String> values = new LinkedHashSet<>();
        byId.values().forEach(item -> values.add(part.apply(item)));
        return Collections.unmodifiableSet(values);
    }
}
