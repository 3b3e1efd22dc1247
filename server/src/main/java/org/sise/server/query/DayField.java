package org.sise.server.query;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Reads a parameter that is a day, such as 2026-01-31. */
public final class DayField {

    private DayField() {}

    /**
     * The day.
     *
     * @throws BadParameterException when it is missing or none
     */
    public static LocalDate of(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new BadParameterException(field, "请填写日期 / a day is needed");
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new BadParameterException(field, "应为日期，如 2026-01-31 / must be a day, as 2026-01-31");
        }
    }
}
