package org.sise.graph.relation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One relation of a party to a business, as one record says.
 *
 * @param from the party, by its number in {@link Parties}
 * @param to the business, by its number
 * @param kind what relates them
 * @param share a {@link Share} of a holding, {@link Share#UNKNOWN} when not given or of any other kind
 * @param since first day, or null when it is not known: then always
 * @param until last day, or null while it lasts
 * @param record the number of the record that says so, of the ledger or of a table's line
 */
public record Relation(
        int from,
        int to,
        RelationKind kind,
        long share,
        @Nullable LocalDate since,
        @Nullable LocalDate until,
        long record) {

    /** @throws IllegalArgumentException when its dates are turned round or its share is no share */
    public Relation {
        if (since != null && until != null && until.isBefore(since)) {
            throw new IllegalArgumentException("it ends on " + until + ", before it begins on " + since);
        }
        if (share < Share.UNKNOWN || share > Share.WHOLE) {
            throw new IllegalArgumentException("no share: " + share);
        }
    }

    /** A holding that always lasts. */
    public static Relation holding(int from, int to, long share, long record) {
        return new Relation(from, to, RelationKind.HOLDS, share, null, null, record);
    }
}
