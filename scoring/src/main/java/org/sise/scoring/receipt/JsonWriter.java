package org.sise.scoring.receipt;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON without white space, fields in the order they are given, escaping only what RFC 8259 demands and, as
 * RFC 8785 does, the five short escapes; a surrogate without its pair is written as an escape.
 */
public final class JsonWriter {
    private final StringBuilder json = new StringBuilder();
    private boolean comma;

    public JsonWriter object() {
        return open('{');
    }

    public JsonWriter endObject() {
        return close('}');
    }

    public JsonWriter array() {
        return open('[');
    }

    public JsonWriter endArray() {
        return close(']');
    }

    /** The name of the field whose value comes next. */
    public JsonWriter name(String name) {
        separate();
        quote(name);
        json.append(':');
        comma = false;
        return this;
    }

    /** A text, or null. */
    public JsonWriter value(@Nullable String text) {
        separate();
        if (text == null) {
            json.append("null");
        } else {
            quote(text);
        }
        comma = true;
        return this;
    }

    /** A value that is JSON already, such as a plain decimal or a receipt. */
    public JsonWriter raw(String value) {
        separate();
        json.append(value);
        comma = true;
        return this;
    }

    public JsonWriter field(String name, @Nullable Object value) {
        return name(name).value(value == null ? null : value.toString());
    }

    /** A field with a list, each item written by the consumer. */
    public <T> JsonWriter list(String name, Iterable<T> items, BiConsumer<JsonWriter, T> write) {
        name(name).array();
        for (T item : items) {
            write.accept(this, item);
        }
        return endArray();
    }

    @Override
    public String toString() {
        return json.toString();
    }

    private JsonWriter open(char bracket) {
        separate();
        json.append(bracket);
        comma = false;
        return this;
    }

    private JsonWriter close(char bracket) {
        json.append(bracket);
        comma = true;
        return this;
    }

    private void separate() {
        if (comma) {
            json.append(',');
        }
    }

    private void quote(String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\b' -> json.append("\\b");
                case '\f' -> json.append("\\f");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    if (c < 0x20 || isLone(text, i)) {
                        json.append("\\u%04x".formatted((int) c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        json.append('"');
    }

    private static boolean isLone(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
