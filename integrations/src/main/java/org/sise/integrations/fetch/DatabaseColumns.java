package org.sise.integrations.fetch;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.Schedule;

/**
 * The columns of a query, and its rows as JSON objects: numbers as exact texts, days and times in ISO 8601 (with a zone,
 * China's offset), bytes in Base64, and no entry for what is null.
 */
final class DatabaseColumns {

    /** What a column holds. */
    enum Kind {
        TEXT,
        NUMBER,
        DAY,
        TIME,
        ZONED_TIME,
        TRUTH,
        BYTES
    }

    private final List<String> names = new ArrayList<>();
    private final List<Kind> kinds = new ArrayList<>();

    DatabaseColumns(ResultSetMetaData columns) throws SQLException {
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            names.add(columns.getColumnLabel(i));
            kinds.add(kind(columns.getColumnType(i), columns.getColumnTypeName(i)));
        }
    }

    List<String> names() {
        return names;
    }

    /** A column's place from 1, or 0 when it is not there; letter case does not matter. */
    int place(String name) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(name)) {
                return i + 1;
            }
        }
        return 0;
    }

    Kind kind(int place) {
        return kinds.get(place - 1);
    }

    Map<String, Object> row(ResultSet rows) throws SQLException {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 1; i <= names.size(); i++) {
            Object value = value(rows, i, kinds.get(i - 1));
            if (value != null && !rows.wasNull()) {
                row.put(names.get(i - 1), value);
            }
        }
        return row;
    }

    private static @Nullable Object value(ResultSet rows, int i, Kind kind) throws SQLException {
        return switch (kind) {
            case TEXT -> rows.getString(i);
            case NUMBER -> number(rows.getString(i));
            case DAY ->
                rows.getObject(i, java.time.LocalDate.class) == null
                        ? null
                        : rows.getObject(i, java.time.LocalDate.class).toString();
            case TIME -> {
                LocalDateTime time = rows.getObject(i, LocalDateTime.class);
                yield time == null ? null : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
            }
            case ZONED_TIME -> {
                OffsetDateTime time = rows.getObject(i, OffsetDateTime.class);
                yield time == null
                        ? null
                        : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atZoneSameInstant(Schedule.ZONE));
            }
            case TRUTH -> rows.getBoolean(i);
            case BYTES -> {
                byte[] bytes = rows.getBytes(i);
                yield bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
            }
        };
    }

    private static @Nullable String number(@Nullable String text) {
        return text != null && text.matches("[-+]?[\\d.]+[eE][-+]?\\d{1,4}")
                ? new BigDecimal(text).toPlainString()
                : text;
    }

    private static Kind kind(int type, String name) {
        String word = name.toLowerCase(Locale.ROOT);
        boolean zoned = word.contains("timestamptz")
                || word.contains("with time zone")
                || word.contains("with local time zone")
                || word.contains("datetimeoffset");
        return switch (type) {
            case Types.TINYINT,
                    Types.SMALLINT,
                    Types.INTEGER,
                    Types.BIGINT,
                    Types.NUMERIC,
                    Types.DECIMAL,
                    Types.REAL,
                    Types.FLOAT,
                    Types.DOUBLE -> Kind.NUMBER;
            case Types.DATE -> Kind.DAY;
            case Types.TIMESTAMP -> zoned ? Kind.ZONED_TIME : Kind.TIME;
            case Types.TIMESTAMP_WITH_TIMEZONE -> Kind.ZONED_TIME;
            case Types.BIT, Types.BOOLEAN -> word.startsWith("bit") ? Kind.TEXT : Kind.TRUTH;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> Kind.BYTES;
            default -> zoned ? Kind.ZONED_TIME : Kind.TEXT;
        };
    }
}
