package org.sise.server.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Query strings of filtered lists. */
public final class Queries {

    private Queries() {}

    /** Names and values in turn; what is null or empty is left out. */
    public static String of(@Nullable String... parts) {
        UriComponentsBuilder query = UriComponentsBuilder.newInstance();
        for (int at = 0; at < parts.length; at += 2) {
            String value = parts[at + 1];
            if (value != null && !value.isEmpty()) {
                query.queryParam(String.valueOf(parts[at]), value);
            }
        }
        String text = query.encode().build().getQuery();
        return text == null ? "" : text;
    }
}
