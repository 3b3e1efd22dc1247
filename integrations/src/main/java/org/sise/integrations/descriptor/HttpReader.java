package org.sise.integrations.descriptor;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** Reads a source of the type {@code http}. */
final class HttpReader {

    private static final Pattern RATE = Pattern.compile("(\\d{1,6})/(s|m|h)");
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int MOST_PAGES = 10_000;
    private static final URI NOWHERE = URI.create("https://invalid");

    private final SourceFields fields;

    HttpReader(SourceFields fields) {
        this.fields = fields;
    }

    HttpSource http(YamlMapping map) {
        boolean post = fields.word(map, "method", "GET", List.of("GET", "POST")).equals("POST");
        HttpSource.Body body = HttpSource.Body.valueOf(
                fields.word(map, "body", post ? "json" : "query", List.of("query", "form", "json"))
                        .toUpperCase(Locale.ROOT));
        if (!post && body != HttpSource.Body.QUERY) {
            fault(map, "body", "只与 method: POST 同用", "goes with method: POST only");
        }
        Map<String, SourceText> headers = new LinkedHashMap<>(fields.texts(map, "headers"));
        token(map, headers);
        return new HttpSource(
                url(map),
                post,
                body,
                headers,
                fields.texts(map, "query"),
                fields.path(map, "rows", Objects.requireNonNullElse(map.optionalText("rows"), "")),
                paging(map),
                fields.section(map, "since", this::since),
                fields.section(map, "ok", this::ok),
                rate(map),
                trust(map),
                fields.number(map, "most-pages", MOST_PAGES, 1, 1_000_000),
                fields.schedule(map),
                fields.duration(map, "timeout", TIMEOUT),
                fields.retry(map));
    }

    private URI url(YamlMapping map) {
        String text = map.requiredText("url");
        boolean insecure =
                fields.word(map, "insecure", "false", List.of("true", "false")).equals("true");
        URI url;
        try {
            url = URI.create(text);
        } catch (IllegalArgumentException e) {
            url = NOWHERE;
            fault(map, "url", "不是有效的地址", "is no address");
        }
        String scheme = Objects.requireNonNullElse(url.getScheme(), "").toLowerCase(Locale.ROOT);
        if (!text.isEmpty() && (!scheme.matches("https?") || url.getHost() == null)) {
            fault(map, "url", "应为 https:// 地址", "must be an address that begins with https://");
        } else if (scheme.equals("http") && !insecure) {
            fault(
                    map,
                    "url",
                    "http:// 不加密: 请用 https://, 确需明文时另写 insecure: true",
                    "http:// is not encrypted: use https://, or say insecure: true beside it");
        }
        if (url.getRawUserInfo() != null) {
            fields.openly(map.keyNode("url"), map.at("url"));
        }
        if (url.getRawQuery() != null) {
            fault(map, "url", "问号后的参数请写在 query 中", "parameters behind the question mark belong into query");
        }
        return url;
    }

    /** A token goes into a header, after the word Bearer where nothing else is said. */
    private void token(YamlMapping map, Map<String, SourceText> headers) {
        if (map.keys().contains("token") && !(map.optional("token") instanceof MappingNode)) {
            fields.openly(map.keyNode("token"), map.at("token"));
            return;
        }
        fields.section(map, "token", token -> {
            Secret secret = fields.secret(token);
            String header = Objects.requireNonNullElse(token.optionalText("header"), "Authorization");
            String prefix = Objects.requireNonNullElse(
                    token.optionalText("prefix"), header.equals("Authorization") ? "Bearer " : "");
            headers.put(header, new SourceText.Hidden(secret, prefix));
            return true;
        });
    }

    private @Nullable String trust(YamlMapping map) {
        return fields.section(map, "trust", trust -> trust.requiredText("file"));
    }

    private HttpSource.@Nullable Paging paging(YamlMapping map) {
        List<HttpSource.Paging> given = new ArrayList<>();
        HttpSource.Paging page = fields.section(map, "page", this::page);
        HttpSource.Paging cursor = fields.section(
                map,
                "cursor",
                section -> new HttpSource.Paging.Cursor(
                        section.requiredText("parameter"), fields.path(section, "at", section.requiredText("at"))));
        List<String> link = fields.optionalPath(map, "next-link");
        if (page != null) {
            given.add(page);
        }
        if (cursor != null) {
            given.add(cursor);
        }
        if (link != null) {
            given.add(new HttpSource.Paging.NextLink(link));
        }
        if (given.size() > 1) {
            fault(
                    map,
                    "type",
                    "page, cursor, next-link 只能有一个",
                    "only one of page, cursor and next-link may stand here");
        }
        return given.isEmpty() ? null : given.getFirst();
    }

    private HttpSource.Paging page(YamlMapping page) {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        fields.section(page, "size", size -> {
            sizes.put(size.requiredText("parameter"), fields.number(size, "value", 100, 1, 1_000_000));
            return true;
        });
        Map.Entry<String, Integer> size =
                sizes.isEmpty() ? null : sizes.entrySet().iterator().next();
        return new HttpSource.Paging.Page(
                Objects.requireNonNullElse(page.optionalText("parameter"), "page"),
                fields.number(page, "from", 1, 0, 1_000_000),
                size == null ? null : size.getKey(),
                size == null ? 0 : size.getValue(),
                fields.optionalPath(page, "pages"),
                fields.optionalPath(page, "total"));
    }

    private HttpSource.Since since(YamlMapping since) {
        List<String> field = fields.optionalPath(since, "field");
        boolean lags = since.keys().contains("lag");
        String form = Objects.requireNonNullElse(since.optionalText("form"), "iso");
        if (!Set.of("iso", "seconds", "millis").contains(form)) {
            String sample = "";
            try {
                sample = DateTimeFormatter.ofPattern(form).format(ZonedDateTime.now(Schedule.ZONE));
            } catch (IllegalArgumentException | DateTimeException e) {
                // The sample stays empty.
            }
            if (sample.isEmpty()) {
                fault(
                        since,
                        "form",
                        "应为 iso, seconds, millis 或时间格式, 如 yyyy-MM-dd HH:mm:ss",
                        "must be iso, seconds, millis or a pattern such as yyyy-MM-dd HH:mm:ss");
                form = "iso";
            }
        }
        if (field != null && (lags || since.keys().contains("form"))) {
            fault(
                    since,
                    "field",
                    "与 lag、form 不能同用: 它们属于拉取时间",
                    "does not go with lag and form, which are for the time of the pull");
        }
        return new HttpSource.Since(
                since.requiredText("parameter"),
                field,
                since.optionalText("initial"),
                fields.duration(since, "lag", Duration.ofMinutes(5)),
                form);
    }

    private HttpSource.OkRule ok(YamlMapping ok) {
        return new HttpSource.OkRule(fields.path(ok, "at", ok.requiredText("at")), new TreeSet<>(ok.texts("in")));
    }

    private double rate(YamlMapping map) {
        String text = map.optionalText("rate");
        if (text == null) {
            return 0;
        }
        Matcher matcher = RATE.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
            fault(map, "rate", "应为频率, 如 5/s, 100/m", "must be a rate such as 5/s or 100/m");
            return 0;
        }
        double number = Double.parseDouble(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> number;
            case "m" -> number / 60;
            default -> number / 3_600;
        };
    }

    private void fault(YamlMapping map, String key, String zh, String en) {
        fields.faults().add(map.keyNode(key), map.at(key), zh, en);
    }
}
