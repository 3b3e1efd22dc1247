package org.sise.integrations.fetch;

import java.math.BigDecimal;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sise.core.digest.Sha256;
import org.sise.integrations.descriptor.HttpSource;
import org.sise.integrations.descriptor.HttpSource.Paging;
import org.sise.integrations.landing.Fetch;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One look at a paged API: all pages become one file, or none does. An answer that cannot be right ends the pull with a
 * reason: an error in it, a page that is missing, repeated or one of too many.
 */
final class HttpPull {

    /** Rows whose digests are kept for the next pull, the last ones of a longer one. */
    private static final int MOST_SEEN = 1_000_000;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final String feed;
    private final HttpSource source;
    private final Spool spool;
    private final PullTools tools;
    private final Set<String> pages = new HashSet<>();
    private final RowWindow<Long> marks = new RowWindow<>();
    private @Nullable String latest;
    private boolean dated;

    HttpPull(String feed, HttpSource source, Spool spool, PullTools tools) {
        this.feed = feed;
        this.source = source;
        this.spool = spool;
        this.tools = tools;
    }

    void run(Optional<Fetch> former, Gain gain) throws PullFault {
        Instant started = tools.clock().instant();
        SincePosition since = SincePosition.of(source.since(), former);
        latest = since.last();
        try (HttpPages api = new HttpPages(source, since.sent(), tools);
                Gathering rows = Gathering.begin(spool, feed, former)) {
            switch (source.paging()) {
                case null -> take(api.page(Map.of()), 1, rows);
                case Paging.Page page -> byNumber(api, page, rows);
                case Paging.Cursor cursor -> byCursor(api, cursor, rows);
                case Paging.NextLink link -> byLink(api, link, rows);
            }
            HttpSource.Since rule = source.since();
            if (rule != null && rule.field() != null && rows.read() > 0 && !dated) {
                throw bad("行中没有 " + rule.field(), "no row has " + rule.field() + ": mend since.field");
            }
            rows.end(since.position(latest, started), source.since() == null ? null : marks.digests(), gain);
        }
    }

    private void byNumber(HttpPages api, Paging.Page page, Gathering rows) throws PullFault {
        long total = -1;
        for (int n = 0; ; n++) {
            limit(n);
            Map<String, Object> parameters = new LinkedHashMap<>();
            parameters.put(page.parameter(), page.from() + n);
            if (page.sizeParameter() != null) {
                parameters.put(page.sizeParameter(), page.size());
            }
            JsonNode body = api.page(parameters);
            int taken = take(body, n + 1, rows);
            long counted = page.pagesAt() == null ? -1 : number(body, page.pagesAt());
            total = page.totalAt() == null ? -1 : number(body, page.totalAt());
            if (taken == 0 && n + 1 <= counted && counted > 1) {
                throw PullFault.lasting(
                        PullReason.MISSING_PAGE,
                        "共%d页, 第%d页为空".formatted(counted, n + 1),
                        "of %d pages, page %d is empty".formatted(counted, n + 1));
            }
            if (taken == 0 || n + 1 >= counted && counted >= 0 || total >= 0 && rows.read() >= total) {
                break;
            }
        }
        if (rows.read() < total) {
            throw PullFault.lasting(
                    PullReason.MISSING_PAGE,
                    "对方共%d行, 只取得%d行".formatted(total, rows.read()),
                    "the source counts %d rows, its pages hold %d".formatted(total, rows.read()));
        }
    }

    private void byCursor(HttpPages api, Paging.Cursor cursor, Gathering rows) throws PullFault {
        Map<String, Object> parameters = Map.of();
        Set<String> marks = new HashSet<>();
        for (int n = 0; ; n++) {
            limit(n);
            JsonNode body = api.page(parameters);
            take(body, n + 1, rows);
            String next = text(body, cursor.at());
            if (next == null) {
                return;
            }
            if (!marks.add(next)) {
                throw repeated(n + 1, "游标未前进", "the cursor does not move");
            }
            parameters = Map.of(cursor.parameter(), next);
        }
    }

    private void byLink(HttpPages api, Paging.NextLink link, Gathering rows) throws PullFault {
        Set<String> links = new HashSet<>();
        JsonNode body = api.page(Map.of());
        for (int n = 0; ; n++) {
            limit(n);
            take(body, n + 1, rows);
            String next = text(body, link.at());
            if (next == null) {
                return;
            }
            if (!links.add(next)) {
                throw repeated(n + 1, "下一页地址重复", "the next page's address comes again");
            }
            body = api.page(next);
        }
    }

    private int take(JsonNode body, int number, Gathering rows) throws PullFault {
        ok(body);
        JsonNode list = at(body, source.rows());
        if (list != null && list.isNull()) {
            return 0;
        }
        if (list == null || !list.isArray()) {
            String path = String.join(".", source.rows());
            throw bad("“%s”处没有列表".formatted(path), "there is no list at '%s': mend rows".formatted(path));
        }
        MessageDigest digest = Sha256.digest();
        for (JsonNode row : list) {
            if (!row.isObject()) {
                throw bad("列表中有非对象的行", "a row of the list is no object");
            }
            byte[] bytes = JSON.writeValueAsBytes(row);
            digest.update(bytes);
            if (source.since() != null) {
                mark(row, bytes, rows);
            } else {
                rows.add(bytes);
            }
        }
        if (list.size() > 0 && !pages.add(HexFormat.of().formatHex(digest.digest()))) {
            throw repeated(
                    number,
                    "内容与先前一页相同; 若对方在末页后重复末页, 请写 pages 或 total",
                    "it holds what a former page held; where a source repeats its last page, name pages or total");
        }
        return list.size();
    }

    private void mark(JsonNode row, byte[] bytes, Gathering rows) throws PullFault {
        byte[] digest = rows.add(bytes);
        marks.add(rows.read(), digest);
        marks.dropBefore(rows.read() - MOST_SEEN);
        List<String> field = source.since() == null ? null : source.since().field();
        String value = field == null ? null : text(row, field);
        if (value != null) {
            dated = true;
            latest = latest == null || isGreater(value, latest) ? value : latest;
        }
    }

    private void ok(JsonNode body) throws PullFault {
        HttpSource.OkRule rule = source.ok();
        if (rule == null) {
            return;
        }
        String value = text(body, rule.at());
        if (value == null || !rule.in().contains(value)) {
            String says = body.isObject()
                    ? body.properties().stream()
                            .filter(property -> property.getValue().isString())
                            .map(property -> property.getKey() + ": "
                                    + property.getValue().stringValue())
                            .limit(3)
                            .toList()
                            .toString()
                    : "";
            throw PullFault.lasting(
                    PullReason.NOT_OK,
                    "%s 为 %s %s".formatted(String.join(".", rule.at()), value, says),
                    "%s is %s, not one of %s".formatted(String.join(".", rule.at()), value, rule.in()));
        }
    }

    private void limit(int pagesSoFar) throws PullFault {
        if (pagesSoFar >= source.largestPages()) {
            throw PullFault.lasting(
                    PullReason.ENDLESS,
                    "已取%d页仍未结束, 上限由 most-pages 设定".formatted(pagesSoFar),
                    "no end after %d pages, as many as most-pages allows".formatted(pagesSoFar));
        }
    }

    private long number(JsonNode body, List<String> path) throws PullFault {
        String text = text(body, path);
        if (text == null || !text.matches("\\d{1,15}")) {
            String at = String.join(".", path);
            throw bad("“%s”处没有数字".formatted(at), "there is no number at '%s'".formatted(at));
        }
        return Long.parseLong(text);
    }

    /** The single value at a path as a text, or null where there is none or an empty one. */
    private static @Nullable String text(JsonNode body, List<String> path) {
        JsonNode value = at(body, path);
        if (value == null || !value.isValueNode() || value.isNull()) {
            return null;
        }
        String text = value.isNumber() ? value.decimalValue().toPlainString() : value.asString();
        return text.isEmpty() ? null : text;
    }

    private static @Nullable JsonNode at(JsonNode body, List<String> path) {
        JsonNode node = body;
        for (String name : path) {
            node = node == null ? null : node.get(name);
        }
        return node;
    }

    private static boolean isGreater(String a, String b) {
        String number = "-?\\d{1,30}(\\.\\d{1,30})?";
        return a.matches(number) && b.matches(number)
                ? new BigDecimal(a).compareTo(new BigDecimal(b)) > 0
                : a.compareTo(b) > 0;
    }

    private static PullFault bad(String zh, String en) {
        return PullFault.lasting(PullReason.BODY, zh, en);
    }

    private static PullFault repeated(int page, String zh, String en) {
        return PullFault.lasting(
                PullReason.REPEATED_PAGE, "第%d页: %s".formatted(page, zh), "page %d: %s".formatted(page, en));
    }
}
