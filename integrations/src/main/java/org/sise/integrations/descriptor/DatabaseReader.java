package org.sise.integrations.descriptor;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a source of the type {@code database}. */
final class DatabaseReader {

    private static final Pattern NAME =
            Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_$]*|\"[^\"]+\")(\\.([\\p{L}_][\\p{L}\\p{N}_$]*|\"[^\"]+\")){0,2}");
    private static final Pattern OPEN_SECRET =
            Pattern.compile("(?i).*[?&;](password|user|sslpassword)=.*|.*//[^/]*@.*");
    private static final Duration LAG = Duration.ofMinutes(5);
    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final int FETCH_SIZE = 1_000;

    private final SourceFields fields;

    DatabaseReader(SourceFields fields) {
        this.fields = fields;
    }

    DatabaseSource database(YamlMapping map) {
        String url = map.requiredText("url");
        if (!url.isEmpty() && !url.startsWith("jdbc:")) {
            fields.faults()
                    .add(
                            map.keyNode("url"),
                            map.at("url"),
                            "应为JDBC地址, 如 jdbc:postgresql://主机/库",
                            "must be a JDBC address such as jdbc:postgresql://host/database");
        }
        if (OPEN_SECRET.matcher(url).matches()) {
            fields.faults()
                    .add(
                            map.keyNode("url"),
                            map.at("url"),
                            "地址中不能有用户或密码, 请用 user 和 password: {secret: 名称}",
                            "must hold neither user nor password: use user and password: {secret: NAME}");
        }
        String query = query(map);
        return new DatabaseSource(
                url,
                map.optionalText("user"),
                fields.secret(map, "password"),
                query,
                map.texts("key"),
                fields.section(map, "watermark", this::watermark),
                fields.number(map, "fetch-size", FETCH_SIZE, 1, 100_000),
                fields.schedule(map),
                fields.duration(map, "timeout", TIMEOUT),
                fields.retry(map));
    }

    private String query(YamlMapping map) {
        String query = map.optionalText("query");
        String view = map.optionalText("view");
        if ((query == null) == (view == null)) {
            fields.faults()
                    .add(
                            map.keyNode(query == null ? "type" : "view"),
                            map.at("query"),
                            "query 与 view 须有且只有一个",
                            "one of query and view is needed");
        }
        if (query != null) {
            String text = query.strip();
            if (!text.matches("(?is)(select|with)\\b.*") || text.contains(";")) {
                fields.faults()
                        .add(
                                map.keyNode("query"),
                                map.at("query"),
                                "应为一条SELECT, 不带分号",
                                "must be one SELECT without a semicolon");
            }
            return text;
        }
        String name = Objects.requireNonNullElse(view, "");
        if (!name.isEmpty() && !NAME.matcher(name).matches()) {
            fields.faults()
                    .add(
                            map.keyNode("view"),
                            map.at("view"),
                            "应为视图名, 如 share.penalty",
                            "must be a view's name such as share.penalty");
        }
        return "select * from " + name;
    }

    private DatabaseSource.Watermark watermark(YamlMapping map) {
        DatabaseSource.Type type = DatabaseSource.Type.valueOf(
                fields.word(map, "type", "timestamp", List.of("timestamp", "date", "number"))
                        .toUpperCase(Locale.ROOT));
        if (type == DatabaseSource.Type.NUMBER && map.keys().contains("lag")) {
            fields.faults().add(map.keyNode("lag"), map.at("lag"), "不适用于数字", "does not go with a number");
        }
        String initial = map.optionalText("initial");
        if (initial != null && !fits(type, initial)) {
            fields.faults()
                    .add(
                            map.keyNode("initial"),
                            map.at("initial"),
                            "应为该类型的值, 如 2026-01-01, 2026-01-01T00:00:00, 1000",
                            "must be a value of the type, such as 2026-01-01, 2026-01-01T00:00:00 or 1000");
        }
        Duration lag = switch (type) {
            case TIMESTAMP -> LAG;
            case DATE -> Duration.ofDays(1);
            case NUMBER -> Duration.ZERO;
        };
        return new DatabaseSource.Watermark(
                map.requiredText("column"),
                type,
                initial,
                fields.duration(map, "lag", lag),
                fields.duration(map, "ahead", Duration.ofDays(1)));
    }

    private static boolean fits(DatabaseSource.Type type, @Nullable String text) {
        try {
            return switch (type) {
                case TIMESTAMP -> text != null && WatermarkTimes.of(text) != null;
                case DATE -> LocalDate.parse(text) != null;
                case NUMBER -> new BigDecimal(text) != null;
            };
        } catch (DateTimeParseException | NumberFormatException e) {
            return false;
        }
    }
}
