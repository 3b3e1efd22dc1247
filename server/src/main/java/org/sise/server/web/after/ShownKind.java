package org.sise.server.web.after;

import org.sise.core.csv.CsvTable;
import org.sise.supervision.visit.VisitKind;

/**
 * Whether results of a kind of check are published.
 *
 * @param kind the kind
 * @param published whether they are
 * @param source where it was found
 * @param confidence {@code source-read}, {@code high}, {@code medium} or {@code low}; a low one needs confirmation
 */
public record ShownKind(VisitKind kind, boolean published, String source, String confidence) {

    static ShownKind of(CsvTable.Row row) {
        return new ShownKind(
                VisitKind.valueOf(row.get("kind")),
                row.get("published").equals("1"),
                row.get("source"),
                row.get("confidence"));
    }
}
