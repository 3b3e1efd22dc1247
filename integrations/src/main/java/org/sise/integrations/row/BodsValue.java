package org.sise.integrations.row;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A place in a statement, with what stands there: reading on from what is not there, or is of another kind, gives nothing.
 *
 * @param path the place, as {@code recordDetails.interests[0].share}
 * @param value what stands there, or null
 */
record BodsValue(String path, @Nullable Object value) {

    private static final int PLAIN = 20;

    /** What stands under a name. */
    BodsValue at(String name) {
        Object inner = value instanceof Map<?, ?> object ? object.get(name) : null;
        return new BodsValue(path.isEmpty() ? name : path + "." + name, inner);
    }

    /** The items of an array; none where there is no array. */
    List<BodsValue> items() {
        List<?> items = value instanceof List<?> list ? list : List.of();
        return IntStream.range(0, items.size())
                .mapToObj(i -> new BodsValue("%s[%d]".formatted(path, i), items.get(i)))
                .toList();
    }

    boolean isThere() {
        return value != null;
    }

    boolean isObject() {
        return value instanceof Map<?, ?>;
    }

    boolean isArray() {
        return value instanceof List<?>;
    }

    /** The text, or null where there is none. */
    @Nullable
    String text() {
        return value instanceof String text && !text.isBlank() ? text.strip() : null;
    }

    /** The number, or null where there is none. */
    @Nullable
    BigDecimal number() {
        return value instanceof BigDecimal number ? number : null;
    }

    /** Whether it is {@code true}. */
    boolean isTrue() {
        return Boolean.TRUE.equals(value);
    }

    /** As a cell: texts, numbers and truth values as they stand, texts of an array with semicolons between them. */
    String cell() {
        return switch (value) {
            case String text -> text.strip();
            case Boolean truth -> truth.toString();
            case BigDecimal number -> Math.abs(number.scale()) < PLAIN ? number.toPlainString() : number.toString();
            case List<?> _ ->
                String.join(";", items().stream().map(BodsValue::cell).toList());
            case null, default -> "";
        };
    }
}
