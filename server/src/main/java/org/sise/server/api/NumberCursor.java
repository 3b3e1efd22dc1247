package org.sise.server.api;

import org.jspecify.annotations.Nullable;
import org.sise.server.query.BadParameterException;

/** The cursor of lists whose items have numbers: that of the last one shown. */
final class NumberCursor {

    private NumberCursor() {}

    static @Nullable Long of(@Nullable String cursor) {
        if (cursor == null || cursor.isBlank()) {
            return null;
        }
        try {
            return Long.valueOf(cursor.strip());
        } catch (NumberFormatException e) {
            throw new BadParameterException("cursor", Limit.cursorFault());
        }
    }
}
