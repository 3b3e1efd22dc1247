package org.sise.supervision.catalogue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sise.core.csv.CsvTable;

/** The catalogue of check items (随机抽查事项清单) as it stands: the table that ships, or that with what was handed in since. */
public final class CheckItems {

    private static final CheckItems STANDARD = read(CsvTable.ofResource(CheckItems.class, "rules/check_items.csv"));

    private final Supplier<Map<String, CatalogueItem>> present;
    private final Supplier<Map<String, CatalogueItem>> ever;

    private CheckItems(Supplier<Map<String, CatalogueItem>> present, Supplier<Map<String, CatalogueItem>> ever) {
        this.present = present;
        this.ever = ever;
    }

    /** The catalogue that ships with the product: the table {@code rules/check_items.csv}. Immutable. */
    public static CheckItems standard() {
        return STANDARD;
    }

    /**
     * A catalogue that is each time what somebody says it is now.
     *
     * @param ever the same with the items that were withdrawn
     */
    static CheckItems of(Supplier<Map<String, CatalogueItem>> present, Supplier<Map<String, CatalogueItem>> ever) {
        return new CheckItems(present, ever);
    }

    /**
     * A catalogue from a table with the columns of the shipped one. Immutable.
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
                    cap(row.optional("ratio_cap_pct")),
                    codes(row.optional("industries")),
                    row.get("source"),
                    row.get("confidence"));
            if (items.put(item.id(), item) != null) {
                throw new IllegalArgumentException("check item " + item.id() + " stands twice");
            }
        }
        Map<String, CatalogueItem> fixed = Collections.unmodifiableMap(items);
        return new CheckItems(() -> fixed, () -> fixed);
    }

    /** All items, in the table's order. */
    public Collection<CatalogueItem> all() {
        return present.get().values();
    }

    /** The item of an id, or null when there is none. */
    public @Nullable CatalogueItem byId(String id) {
        return present.get().get(id);
    }

    /** The item of an id as it stands, or as it last stood where it was withdrawn; null when there never was one. */
    public @Nullable CatalogueItem everById(String id) {
        return ever.get().get(id);
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
        return all().stream()
                .filter(item -> category == null || item.category().equals(category))
                .filter(item -> department == null || item.department().equals(department))
                .toList();
    }

    static @Nullable BigDecimal cap(@Nullable String percent) {
        return percent == null || percent.isEmpty()
                ? null
                : new BigDecimal(percent).movePointLeft(2).stripTrailingZeros();
    }

    static List<String> codes(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split("[ 、;；]+"))
                        .filter(code -> !code.isBlank())
                        .toList();
    }

    private Set<String> distinct(Function<CatalogueItem, String> part) {
        Set<String> values = new LinkedHashSet<>();
        all().forEach(item -> values.add(part.apply(item)));
        return Collections.unmodifiableSet(values);
    }
}
