package org.sise.supervision.entry;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Rows as one array for each column, as {@code unnest} takes them. */
final class Columns {

    private Columns() {}

    static <R, T> @Nullable T[] column(List<R> rows, Function<R, @Nullable T> part, IntFunction<@Nullable T[]> array) {
        return rows.stream().map(part).toArray(array);
    }
}
