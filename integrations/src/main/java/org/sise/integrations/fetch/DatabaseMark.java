package org.sise.integrations.fetch;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.DatabaseSource;
import org.sise.integrations.descriptor.Schedule;
import org.sise.integrations.descriptor.WatermarkTimes;

/**
 * Values of a watermark column, ordered as one kind of number: nanoseconds of Unix time, days of it, or the number itself.
 *
 * @param rule the descriptor's
 * @param kind what the column holds in the database
 */
record DatabaseMark(DatabaseSource.Watermark rule, DatabaseColumns.Kind kind) {

    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);

    /** Whether the column can be of the descriptor's type. */
    boolean fits() {
        return switch (rule.type()) {
            case TIMESTAMP -> kind == DatabaseColumns.Kind.TIME || kind == DatabaseColumns.Kind.ZONED_TIME;
            case DATE -> kind == DatabaseColumns.Kind.DAY;
            case NUMBER -> kind == DatabaseColumns.Kind.NUMBER;
        };
    }

    /** Of a text of a descriptor or a position. */
    BigDecimal of(String text) {
        return switch (rule.type()) {
            case TIMESTAMP -> nanos(WatermarkTimes.of(text).toInstant());
            case DATE -> BigDecimal.valueOf(LocalDate.parse(text).toEpochDay());
            case NUMBER -> new BigDecimal(text);
        };
    }

    /** As a text that {@link #of} reads. */
    String text(BigDecimal value) {
        return switch (rule.type()) {
            case TIMESTAMP -> time(value).toString();
            case DATE -> LocalDate.ofEpochDay(value.longValueExact()).toString();
            case NUMBER -> value.toPlainString();
        };
    }

    /** As a parameter of a query. */
    Object parameter(BigDecimal value) {
        return switch (rule.type()) {
            case TIMESTAMP ->
                kind == DatabaseColumns.Kind.ZONED_TIME
                        ? time(value)
                        : time(value).toLocalDateTime();
            case DATE -> LocalDate.ofEpochDay(value.longValueExact());
            case NUMBER -> value;
        };
    }

    /** Of a row. */
    BigDecimal read(ResultSet rows, int place) throws SQLException {
        return switch (rule.type()) {
            case TIMESTAMP ->
                nanos(
                        kind == DatabaseColumns.Kind.ZONED_TIME
                                ? rows.getObject(place, OffsetDateTime.class).toInstant()
                                : rows.getObject(place, LocalDateTime.class)
                                        .atZone(Schedule.ZONE)
                                        .toInstant());
            case DATE ->
                BigDecimal.valueOf(rows.getObject(place, LocalDate.class).toEpochDay());
            case NUMBER -> rows.getBigDecimal(place);
        };
    }

    /** A value less the lag. */
    BigDecimal back(BigDecimal value) {
        return switch (rule.type()) {
            case TIMESTAMP -> value.subtract(nanos(rule.lag()));
            case DATE -> value.subtract(BigDecimal.valueOf(rule.lag().toDays()));
            case NUMBER -> value;
        };
    }

    /** The greatest value that is read now, or null for no bound. */
    @Nullable
    BigDecimal bound(Clock clock) {
        Instant latest = clock.instant().plus(rule.ahead());
        return switch (rule.type()) {
            case TIMESTAMP -> nanos(latest);
            case DATE ->
                BigDecimal.valueOf(LocalDate.ofInstant(latest, Schedule.ZONE).toEpochDay());
            case NUMBER -> null;
        };
    }

    private static BigDecimal nanos(Instant time) {
        return BigDecimal.valueOf(time.getEpochSecond()).multiply(NANOS).add(BigDecimal.valueOf(time.getNano()));
    }

    private static BigDecimal nanos(Duration time) {
        return BigDecimal.valueOf(time.toSeconds()).multiply(NANOS).add(BigDecimal.valueOf(time.toNanosPart()));
    }

    private static OffsetDateTime time(BigDecimal nanos) {
        BigDecimal[] parts = nanos.divideAndRemainder(NANOS);
        return Instant.ofEpochSecond(parts[0].longValueExact(), parts[1].longValueExact())
                .atZone(Schedule.ZONE)
                .toOffsetDateTime();
    }
}
