package org.sise.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param items the part, in the list's order
 * @param next the cursor at which the following part begins, or null at the end; opaque
 * @param total how many items the whole list has
 */
public record Page<T>(List<T> items, @Nullable String next, long total) {

    /** Copies the items. */
    public Page {
        items = List.copyOf(items);
    }
}
