package org.sise.integrations.descriptor;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;

/** The times of watermarks, as texts. */
public final class WatermarkTimes {

    private WatermarkTimes() {}

    /**
     * Reads a time with or without a zone, or a day, whose beginning it is; without a zone it is China's.
     *
     * @throws java.time.format.DateTimeParseException when it is none
     */
    public static OffsetDateTime of(String text) {
        if (text.length() == "2026-01-01".length()) {
            return LocalDate.parse(text).atStartOfDay(Schedule.ZONE).toOffsetDateTime();
        }
        String iso = text.replace(' ', 'T');
        return iso.matches(".*T.*([Zz]|[+-]\\d\\d:?\\d\\d)")
                ? OffsetDateTime.parse(iso)
                : LocalDateTime.parse(iso).atZone(Schedule.ZONE).toOffsetDateTime();
    }
}
