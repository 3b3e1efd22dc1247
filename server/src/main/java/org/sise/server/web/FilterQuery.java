package org.sise.server.web;

import org.jspecify.annotations.Nullable;
import org.sise.server.query.Choice;
import org.springframework.web.util.UriComponentsBuilder;

/** A filter as a query string, for the addresses of other parts of a list and of its files. */
public final class FilterQuery {

    private final UriComponentsBuilder query = UriComponentsBuilder.newInstance();

    /** Adds a field; empty where it does not restrict. */
    public FilterQuery with(String name, @Nullable Object value) {
        query.queryParam(name, value == null ? "" : value instanceof Enum<?> word ? Choice.word(word) : value);
        return this;
    }

    /** The query string, without a question mark. */
    public String text() {
        return String.valueOf(query.encode().build().getQuery());
    }
}
