package org.sise.server.query;

import org.jspecify.annotations.Nullable;

/** Texts of forms, where an empty field is as good as none. */
public final class Filled {

    private Filled() {}

    /** The text without blanks around it, or null where it has no other. */
    public static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** The text without blanks around it, or the empty one. */
    public static String orEmpty(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
