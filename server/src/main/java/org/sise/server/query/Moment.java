package org.sise.server.query;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * As of which day, and as known when.
 *
 * @param asOf the day
 * @param knownAt the time up to which the ledger's knowledge counts
 * @param replay whether either was asked for, so that it is not simply now
 */
public record Moment(LocalDate asOf, Instant knownAt, boolean replay) {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /**
     * Reads both; what is not given is today and now.
     *
     * @param asOf {@code yyyy-MM-dd}
     * @param knownAt an instant ({@code 2026-11-22T03:00:00Z}), a local time of Shanghai without zone, or a day, meaning
     *     its end
     * @throws BadParameterException when one is no such day or time
     */
    public static Moment of(@Nullable String asOf, @Nullable String knownAt, Clock clock) {
        String day = asOf == null ? "" : asOf.strip();
        String time = knownAt == null ? "" : knownAt.strip();
        return new Moment(
                day.isEmpty() ? LocalDate.now(clock.withZone(SHANGHAI)) : day("asOf", day),
                time.isEmpty() ? clock.instant() : time(time),
                !day.isEmpty() || !time.isEmpty());
    }

    /** The time for a form's field, local in Shanghai, to the minute. */
    public String knownAtLocal() {
        return knownAt.atZone(SHANGHAI).toLocalDateTime().withNano(0).toString();
    }

    private static LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw new BadParameterException(field, "应为日历上的一天，如 2026-11-22 / must be a day such as 2026-11-22");
        }
    }

    private static Instant time(String text) {
        try {
            if (text.endsWith("Z")) {
                return Instant.parse(text);
            }
            return text.contains("T")
                    ? LocalDateTime.parse(text).atZone(SHANGHAI).toInstant()
                    : LocalDate.parse(text)
                            .plusDays(1)
                            .atStartOfDay(SHANGHAI)
                            .toInstant()
                            .minusMillis(1);
        } catch (DateTimeException e) {
            throw new BadParameterException(
                    "knownAt",
                    "应为时刻或一天，如 2026-11-22T11:00 / must be a time or a day such as 2026-11-22T11:00 (Shanghai) or 2026-11-22T03:00:00Z");
        }
    }
}
