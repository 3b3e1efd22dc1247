package org.sise.supervision.visit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.core.csv.CsvTable;
import org.sise.core.grade.Grade;

/**
 * How often a business may be visited a year (年度检查频次上限): what authorities have published, and the defaults, which are
 * proposals until the authority has confirmed them. Immutable.
 */
public final class YearlyCaps {

    private static final YearlyCaps STANDARD =
            new YearlyCaps(CsvTable.ofResource(YearlyCaps.class, "rules/inspection_caps.csv"));

    private final List<Row> rows;

    private YearlyCaps(CsvTable table) {
        this.rows = table.rows().stream().map(YearlyCaps::row).toList();
        for (Grade grade : Grade.values()) {
            of(grade, VisitKind.DAILY);
        }
        of(null, VisitKind.DAILY);
    }

    /**
     * One row of the table.
     *
     * @param place who published it, or {@code default}
     * @param year of which year
     * @param field the field of enforcement, in words
     * @param scope the class or scope, in words
     * @param text the number as it was published
     * @param excluded what does not count against it, in words, or null
     * @param note what else is known, or null
     * @param grade the colour that it is the default of, {@code NONE} for businesses without one, or null
     * @param kind the kind that it is for, or null for all
     * @param cap visits a year, or null where it is not a default
     * @param source where it was found
     * @param confidence {@code source-read}, {@code high}, {@code medium} or {@code low}; a low one needs confirmation
     */
    public record Row(
            String place,
            String year,
            String field,
            String scope,
            @Nullable String text,
            @Nullable String excluded,
            @Nullable String note,
            @Nullable String grade,
            @Nullable VisitKind kind,
            @Nullable Integer cap,
            String source,
            String confidence) {}

    /**
     * A default in use.
     *
     * @param visits how many a year
     * @param source where it was found
     * @param confidence how sure; a low one needs confirmation by the authority
     */
    public record Cap(int visits, String source, String confidence) {}

    /** The table that ships with the product: {@code rules/inspection_caps.csv}. */
    public static YearlyCaps standard() {
        return STANDARD;
    }

    /** A table with the columns of the shipped one. */
    static YearlyCaps of(CsvTable table) {
        return new YearlyCaps(table);
    }

    /** All rows, in the table's order. */
    public List<Row> rows() {
        return rows;
    }

    /**
     * The cap of a business's visits of a kind: the row for the kind, else the one for all kinds.
     *
     * @param grade the present colour, or null where there is none
     */
    public Cap of(@Nullable Grade grade, VisitKind kind) {
        String wanted = grade == null ? "NONE" : grade.name();
        Row found = null;
        for (Row row : rows) {
            if (wanted.equals(row.grade()) && (row.kind() == kind || row.kind() == null && found == null)) {
                found = row;
            }
        }
        if (found == null || found.cap() == null) {
            throw new IllegalArgumentException("no default cap for " + wanted);
        }
        return new Cap(found.cap(), found.source(), found.confidence());
    }

    private static Row row(CsvTable.Row row) {
        String kind = row.optional("kind");
        String cap = row.optional("cap");
        return new Row(
                row.get("place"),
                row.get("year"),
                row.get("field"),
                row.get("class_or_scope"),
                row.optional("max_times_per_year"),
                row.optional("excluded_from_cap"),
                row.optional("note"),
                row.optional("grade"),
                kind == null ? null : VisitKind.valueOf(kind),
                cap == null ? null : Integer.valueOf(cap),
                row.get("source"),
                row.get("confidence"));
    }
}
