package org.sise.scoring.grade;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One record about a party, as a policy sees it.
 *
 * @param kind the token of its kind, such as {@code penalty}
 * @param date when it happened or was decided
 * @param reference the record's id or document number, by which it is found again
 * @param fields further fields by name; an absent field is simply not there
 */
public record Fact(
        String kind,
        LocalDate date,
        FactState state,
        @Nullable String reference,
        Map<String, String> fields) {
    /** The order in which facts are read and listed, whatever order they came in. Equal facts are alike in all. */
    static final Comparator<Fact> CANONICAL = Fact::compareCanonically;

    public Fact {
        fields = Map.copyOf(fields);
    }

    /** A fact in force. */
    public static Fact of(String kind, LocalDate date, @Nullable String reference, Map<String, String> fields) {
        return new Fact(kind, date, FactState.EFFECTIVE, reference, fields);
    }

    /** The document's number where the fields tell it, else the reference. */
    public @Nullable String document() {
        String document = fields.get("document");
        return document == null || document.isEmpty() ? reference : document;
    }

    private static int compareCanonically(Fact a, Fact b) {
        int order = a.date.compareTo(b.date);
        if (order == 0) {
            order = a.kind.compareTo(b.kind);
        }
        if (order == 0) {
            order = (a.reference == null ? "" : a.reference).compareTo(b.reference == null ? "" : b.reference);
        }
        if (order == 0) {
            order = a.state.compareTo(b.state);
        }
        if (order == 0) {
            order = new TreeMap<>(a.fields).toString().compareTo(new TreeMap<>(b.fields).toString());
        }
        return order;
    }
}
