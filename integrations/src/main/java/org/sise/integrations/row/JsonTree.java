package org.sise.integrations.row;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * One JSON object in memory: objects are maps, arrays lists, numbers {@link BigDecimal}; what is null is not there. What
 * is longer than a row may be is read to its end and not kept.
 */
final class JsonTree {

    private static final int LONGEST_NUMBER = 40;

    private final JsonParser parser;
    private int length;
    private @Nullable String doubled;

    private JsonTree(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * An object.
     *
     * @param root from name to value
     * @param fault what is wrong with it as JSON, or null
     */
    record Read(Map<String, Object> root, @Nullable RowFault fault) {}

    /** Reads the object at whose beginning the parser stands. */
    static Read read(JsonParser parser) {
        JsonTree tree = new JsonTree(parser);
        Map<String, Object> root = tree.object();
        if (tree.length > Lines.LONGEST) {
            return new Read(
                    root,
                    RowFault.of(Reason.TOO_LONG, "超过%d字符".formatted(Lines.LONGEST), "longer than 1 MiB: divide it"));
        }
        String twice = tree.doubled;
        RowFault fault = twice == null
                ? null
                : RowFault.of(
                        Reason.DUPLICATE_COLUMN, "%s 出现两次".formatted(twice), "%s is there twice".formatted(twice));
        return new Read(root, fault);
    }

    private Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            length += name.length();
            parser.nextToken();
            Object value = value();
            if (value != null && length <= Lines.LONGEST && object.put(name, value) != null) {
                doubled = name;
            }
        }
        return object;
    }

    private List<Object> array() {
        List<Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            length++;
            Object value = value();
            if (value != null && length <= Lines.LONGEST) {
                array.add(value);
            }
        }
        return array;
    }

    private @Nullable Object value() {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_NULL -> null;
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(text());
            default -> text();
        };
    }

    private String text() {
        String text = parser.getString();
        length = Math.min(Lines.LONGEST + 1, length + text.length());
        return text;
    }

    /** The number, or its text where it is one that no number of a row is. */
    private static Object number(String text) {
        try {
            return text.length() > LONGEST_NUMBER ? text : new BigDecimal(text);
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
