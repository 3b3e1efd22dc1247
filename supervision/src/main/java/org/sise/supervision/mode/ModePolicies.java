package org.sise.supervision.mode;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sise.core.csv.CsvTable;
import org.sise.core.grade.Grade;
import org.sise.supervision.visit.VisitKind;

/** The policies of modes of supervision. Immutable. */
public final class ModePolicies {

    private static final ModePolicies STANDARD =
            read(CsvTable.ofResource(ModePolicies.class, "rules/supervision_modes.csv"));

    private final Map<String, ModePolicy> byId;

    private ModePolicies(Map<String, ModePolicy> byId) {
        this.byId = Collections.unmodifiableMap(byId);
    }

    /** The table that ships with the product: {@code rules/supervision_modes.csv}. */
    public static ModePolicies standard() {
        return STANDARD;
    }

    /**
     * Policies from a table with the columns of the shipped one.
     *
     * @throws IllegalArgumentException when a column or value is missing or unknown, or an id stands twice
     */
    public static ModePolicies read(CsvTable table) {
        Map<String, ModePolicy> policies = new LinkedHashMap<>();
        for (CsvTable.Row row : table.rows()) {
            ModePolicy policy = policy(row);
            if (policies.put(policy.id(), policy) != null) {
                throw new IllegalArgumentException("policy " + policy.id() + " stands twice");
            }
        }
        return new ModePolicies(policies);
    }

    /** All policies, in the table's order. */
    public Collection<ModePolicy> all() {
        return byId.values();
    }

    /** The policy of an id, or null. */
    public @Nullable ModePolicy byId(String id) {
        return byId.get(id);
    }

    private static ModePolicy policy(CsvTable.Row row) {
        String to = row.optional("to");
        return new ModePolicy(
                row.get("policy"),
                ModeKind.valueOf(row.get("kind")),
                row.get("zh"),
                row.get("en"),
                LocalDate.parse(row.get("from")),
                to == null ? null : LocalDate.parse(to),
                words(row, "regions"),
                words(row, "industries"),
                set(row, "colours", Grade::valueOf),
                number(row, "least_age_days"),
                number(row, "most_age_days"),
                number(row, "quiet_days"),
                set(row, "suspends", VisitKind::valueOf),
                Integer.parseInt(row.get("longest_days")),
                set(row, "ends_on", ModeEnd::valueOf),
                byRule(row.get("entry")),
                row.get("source"),
                row.get("confidence"));
    }

    private static boolean byRule(String entry) {
        return switch (entry) {
            case "rule" -> true;
            case "person" -> false;
            default -> throw new IllegalArgumentException("entry is by person or by rule, not " + entry);
        };
    }

    private static List<String> words(CsvTable.Row row, String column) {
        String words = row.optional(column);
        return words == null ? List.of() : Arrays.asList(words.split(";", -1));
    }

    private static <E> Set<E> set(CsvTable.Row row, String column, Function<String, E> of) {
        return words(row, column).stream().map(of).collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable Integer number(CsvTable.Row row, String column) {
        String number = row.optional(column);
        return number == null ? null : Integer.valueOf(number);
    }
}
