package org.sise.integrations.notice;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A line of feedback in a file or a topic: the fields {@code key}, {@code state}, {@code text}, {@code date},
 * {@code reference}.
 *
 * @param key the notice's idempotency key
 * @param feedback the feedback
 */
record FeedbackLine(UUID key, Feedback feedback) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * From JSON.
     *
     * @throws IllegalArgumentException when it is not that; the message names the field
     */
    static FeedbackLine ofJson(String json) {
        JsonNode node;
        try {
            node = JSON.readTree(json);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("不是JSON / is no JSON: " + e.getOriginalMessage(), e);
        }
        if (!node.isObject()) {
            throw new IllegalArgumentException("应为JSON对象 / must be a JSON object");
        }
        return of(
                text(node, "key"),
                text(node, "state"),
                text(node, "text"),
                text(node, "date"),
                text(node, "reference"));
    }

    /**
     * From the cells of a table, by column.
     *
     * @throws IllegalArgumentException when they are not that; the message names the field
     */
    static FeedbackLine ofCells(Map<String, String> cells) {
        return of(cells.get("key"), cells.get("state"), cells.get("text"), cells.get("date"), cells.get("reference"));
    }

    private static FeedbackLine of(
            @Nullable String key,
            @Nullable String state,
            @Nullable String text,
            @Nullable String date,
            @Nullable String reference) {
        UUID id;
        try {
            id = UUID.fromString(key == null ? "" : key.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("key: 应为通知的key / key: must be the notice's key", e);
        }
        return new FeedbackLine(id, Feedback.of(state, text, date, reference));
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.isNull() ? value.asString() : null;
    }
}
