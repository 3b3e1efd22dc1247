package org.sise.supervision.publication;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.sise.core.csv.CsvTable;
import org.sise.supervision.visit.VisitKind;

/** Results of which kinds of checks are published, from the table {@code rules/publication_kinds.csv}. Immutable. */
public final class PublicationKinds {

    private static final PublicationKinds STANDARD =
            new PublicationKinds(CsvTable.ofResource(PublicationKinds.class, "rules/publication_kinds.csv"));

    private final List<CsvTable.Row> rows;
    private final Set<VisitKind> published;

    private PublicationKinds(CsvTable table) {
        Set<VisitKind> kinds = EnumSet.noneOf(VisitKind.class);
        for (CsvTable.Row row : table.rows()) {
            if (row.get("published").equals("1")) {
                kinds.add(VisitKind.valueOf(row.get("kind")));
            }
        }
        this.rows = table.rows();
        this.published = Collections.unmodifiableSet(kinds);
    }

    /** The table that ships with the product. */
    public static PublicationKinds standard() {
        return STANDARD;
    }

    /** The kinds whose results are published. */
    public Set<VisitKind> published() {
        return published;
    }

    /** The rows with note, source and confidence, for pages. */
    public List<CsvTable.Row> rows() {
        return rows;
    }

    String[] names() {
        return published.stream().map(Enum::name).toArray(String[]::new);
    }
}
