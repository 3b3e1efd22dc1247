package org.sise.integrations.descriptor;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A check that a field's text must pass once it is converted; an empty field passes. What is null is not checked.
 *
 * @param pattern what the whole text must be like, or null
 * @param words words of which it must be one, or none
 * @param others words of which it must be none
 * @param min the least number, or null
 * @param max the greatest number, or null
 * @param notBefore a day as {@code yyyy-MM-dd} or another field's name, before which the day must not be, or null
 * @param notAfter likewise, after which it must not be, or null
 * @param says what is wrong with a row that fails
 */
public record FieldCheck(
        @Nullable Pattern pattern,
        List<String> words,
        List<String> others,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable String notBefore,
        @Nullable String notAfter,
        Title says) {}
