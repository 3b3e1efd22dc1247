package org.sise.supervision.commitment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sise.core.csv.CsvTable;

/** The kinds of commitments: the table {@code rules/commitment_kinds.csv}. Immutable. */
public final class CommitmentKinds {

    private static final CommitmentKinds STANDARD =
            read(CsvTable.ofResource(CommitmentKinds.class, "rules/commitment_kinds.csv"));

    private final List<CommitmentKind> kinds;

    private CommitmentKinds(List<CommitmentKind> kinds) {
        this.kinds = List.copyOf(kinds);
    }

    /** The kinds that ship with the product. */
    public static CommitmentKinds standard() {
        return STANDARD;
    }

    /** Kinds from a table with the columns of the shipped one. */
    public static CommitmentKinds read(CsvTable table) {
        List<CommitmentKind> kinds = new ArrayList<>();
        for (CsvTable.Row row : table.rows()) {
            kinds.add(new CommitmentKind(
                    row.get("kind_code"),
                    row.get("kind_zh"),
                    row.get("kind_en"),
                    row.get("type"),
                    row.get("when_used"),
                    row.get("verification_follow_up"),
                    row.get("breach_consequence"),
                    row.get("breach_consequence_zh"),
                    row.get("exclusion"),
                    row.get("legal_basis"),
                    Integer.parseInt(row.get("check_days")),
                    Integer.parseInt(row.get("ban_months")),
                    row.get("published").equals("1"),
                    row.get("replaces_checks").equals("1"),
                    row.get("template_zh"),
                    row.get("source"),
                    row.get("confidence"),
                    row.get("figures_confidence")));
        }
        return new CommitmentKinds(kinds);
    }

    /** All kinds, in the table's order. */
    public List<CommitmentKind> all() {
        return kinds;
    }

    /** The kind of a code, if there is one. */
    public Optional<CommitmentKind> find(String code) {
        return kinds.stream().filter(kind -> kind.code().equals(code)).findFirst();
    }

    /** The longest ban that a breach of a type brings, in months; 0 for an unknown type. */
    public int banMonths(String type) {
        return kinds.stream()
                .filter(kind -> kind.type().equals(type))
                .mapToInt(CommitmentKind::banMonths)
                .max()
                .orElse(0);
    }
}
