package org.sise.ledger;

import java.util.List;
import java.util.function.ToLongFunction;
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

    /**
     * The part of a list whose items have numbers: the cursor is the last one's.
     *
     * @param oneMore the items, one more than the part may hold where there are more
     * @param most how many it may hold
     */
    public static <T> Page<T> cut(List<T> oneMore, int most, ToLongFunction<T> number, long total) {
        boolean more = oneMore.size() > most;
        List<T> part = more ? oneMore.subList(0, most) : oneMore;
        return new Page<>(part, more ? Long.toString(number.applyAsLong(part.getLast())) : null, total);
    }
}
