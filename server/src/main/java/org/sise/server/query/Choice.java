package org.sise.server.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.Labelled;

/** Reads a parameter that is one word of a closed list. */
public final class Choice {

    private Choice() {}

    /** The word of a constant: its token, or its name in lower case with hyphens. */
    public static String word(Enum<?> constant) {
        return constant instanceof Labelled labelled
                ? labelled.token()
                : constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The constant of a word, or null when there is none given.
     *
     * @throws BadParameterException that names the allowed words
     */
    public static <E extends Enum<E>> @Nullable E of(Class<E> type, String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        for (E constant : type.getEnumConstants()) {
            if (word(constant).equals(wanted)) {
                return constant;
            }
        }
        String allowed =
                Arrays.stream(type.getEnumConstants()).map(Choice::word).collect(Collectors.joining(", "));
        throw new BadParameterException(field, "应为 %s 之一 / must be one of %s".formatted(allowed, allowed));
    }
}
