package org.sise.server.api;

import org.sise.server.query.BadParameterException;

/** The parameter {@code limit} of lists. */
final class Limit {

    static final int MOST = 500;

    private Limit() {}

    static int of(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new BadParameterException("limit", "应为1至%d / must be 1 to %d".formatted(MOST, MOST));
        }
        return limit;
    }

    static String cursorFault() {
        return "不是该列表的游标 / is not one of this list's cursors";
    }
}
