package org.sise.server.query;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;

/** Reads a parameter that is a unified social credit code. */
public final class CodeField {

    private CodeField() {}

    /** The code, or null where the text is none. */
    public static @Nullable CreditCode orNull(@Nullable String text) {
        try {
            return text == null ? null : new CreditCode(text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /**
     * The code.
     *
     * @throws BadParameterException when it is missing or none
     */
    public static CreditCode of(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new BadParameterException(field, "请填写统一社会信用代码 / a credit code is needed");
        }
        try {
            return new CreditCode(text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new BadParameterException(field, String.valueOf(e.getMessage()));
        }
    }
}
