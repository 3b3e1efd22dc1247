package org.sise.graph.projection;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/** Rows of Neo4j in the order of their column {@code id}, one ahead. */
final class Ordered {

    private final Iterator<Record> rows;
    private @Nullable Record next;

    Ordered(Iterator<Record> rows) {
        this.rows = rows;
        advance();
    }

    /** The next row's id, or null when there is none left. */
    @Nullable
    String id() {
        return next == null ? null : next.get("id").asString();
    }

    /** The next row, which is then behind. */
    Record take() {
        Record taken = next;
        if (taken == null) {
            throw new NoSuchElementException();
        }
        advance();
        return taken;
    }

    /** The row of an id, or null when there is none; rows before it go to {@code others}. */
    @Nullable
    Record at(String id, Others others) {
        while (true) {
            String here = id();
            int order = here == null ? 1 : compare(here, id);
            if (order > 0) {
                return null;
            }
            Record row = take();
            if (order == 0) {
                return row;
            }
            others.hear(row);
        }
    }

    /** The rows that are left go to {@code others}. */
    void rest(Others others) {
        while (next != null) {
            others.hear(take());
        }
    }

    private void advance() {
        next = rows.hasNext() ? rows.next() : null;
    }

    /** By code point, as PostgreSQL and Neo4j order; Java alone orders by halves of surrogates. */
    static int compare(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                return Character.isSurrogate(x) == Character.isSurrogate(y) ? x - y : Character.isSurrogate(x) ? 1 : -1;
            }
        }
        return a.length() - b.length();
    }

    /** Hears of rows that nobody asked for. */
    @FunctionalInterface
    interface Others {
        void hear(Record row);
    }
}
