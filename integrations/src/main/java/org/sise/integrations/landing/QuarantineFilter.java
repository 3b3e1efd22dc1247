package org.sise.integrations.landing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.mapping.Originals;

/** A {@link QuarantineQuery} as conditions of SQL on {@code quarantined_row q}, only those that restrict. */
final class QuarantineFilter {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    private QuarantineFilter() {}

    static QuarantineFilter of(QuarantineQuery query) {
        QuarantineFilter filter = new QuarantineFilter();
        filter.equal("feed", query.feed());
        filter.equal("reason", query.reason());
        filter.equalOrNone("field", query.field());
        filter.equalOrNone("col", query.column());
        filter.equal("state", query.state() == null ? null : query.state().token());
        filter.equal("delivery", query.delivery());
        if (query.file() != null) {
            filter.and(
                    "q.delivery in (select id from integrations.delivery where strpos(file, :file) > 0)",
                    "file",
                    query.file());
        }
        LocalDate before = query.before();
        if (before != null) {
            filter.and(
                    "q.created_at < :before",
                    "before",
                    before.atStartOfDay(SHANGHAI).toOffsetDateTime());
        }
        if (query.text() != null) {
            // the first condition is cheap and lets through too much, such as names of columns
            String json = Originals.write(Map.of("", query.text()));
            filter.and(
                    "strpos(q.original::text, :json) > 0",
                    "json",
                    json.substring(json.indexOf(':') + 2, json.length() - 2));
            filter.and(
                    "exists (select from json_each_text(q.original) as cell where strpos(cell.value, :text) > 0)",
                    "text",
                    query.text());
        }
        return filter;
    }

    /** And rows that are not settled. */
    QuarantineFilter unsettled() {
        conditions.add("q.state in ('open', 'waiting')");
        return this;
    }

    QuarantineFilter and(String condition, String parameter, Object value) {
        conditions.add(condition);
        parameters.put(parameter, value);
        return this;
    }

    /** The conditions with {@code where} before them and a space behind. */
    String where() {
        return conditions.isEmpty() ? " where true " : " where " + String.join(" and ", conditions) + " ";
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private void equal(String column, @Nullable Object value) {
        if (value != null) {
            and("q." + column + " = :" + column, column, value);
        }
    }

    private void equalOrNone(String column, @Nullable String value) {
        if (QuarantineQuery.NONE.equals(value)) {
            conditions.add("q." + column + " is null");
        } else {
            equal(column, value);
        }
    }
}
