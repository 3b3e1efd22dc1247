package org.sise.supervision.draw;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of one JSON object while it is being read: each call takes a field, what is not as asked becomes a fault. */
final class JsonFields {
    private final Json.Fields fields;
    private final String path;
    private final FaultList faults;
    private final Set<String> taken = new HashSet<>();

    private JsonFields(Json.Fields fields, String path, FaultList faults) {
        this.fields = fields;
        this.path = path;
        this.faults = faults;
    }

    static @Nullable JsonFields of(Json json, String path, FaultList faults) {
        if (json instanceof Json.Fields fields) {
            return new JsonFields(fields, path, faults);
        }
        faults.add(json.line(), path, "应为对象 / must be an object", "写成 {…} / write {…}");
        return null;
    }

    int line() {
        return fields.line();
    }

    int lineOf(String name) {
        var value = fields.values().get(name);
        return value == null ? line() : value.line();
    }

    String pathOf(String name) {
        return path + "/" + name;
    }

    void fault(String name, String problem, String remedy) {
        faults.add(lineOf(name), pathOf(name), problem, remedy);
    }

    /** The field's value; null if it is absent or {@code null}. */
    @Nullable
    Json value(String name) {
        taken.add(name);
        var value = fields.values().get(name);
        return value instanceof Json.Word word && word.value().equals("null") ? null : value;
    }

    @Nullable
    Json required(String name) {
        var value = value(name);
        if (value == null) {
            fault(name, "缺少字段 / the field is missing", "补上 / add \"" + name + "\"");
        }
        return value;
    }

    /** A string that must be there. */
    @Nullable
    String text(String name) {
        var value = required(name);
        return value == null ? null : text(value, name);
    }

    @Nullable
    String textOrAbsent(String name) {
        var value = value(name);
        return value == null ? null : text(value, name);
    }

    private @Nullable String text(Json value, String name) {
        if (value instanceof Json.Text text) {
            return text.value();
        }
        fault(name, "应为字符串 / must be a string", "加上引号 / put it in quotes");
        return null;
    }

    /** A whole number of 0 or more. */
    @Nullable
    Integer count(Json value, String name) {
        if (value instanceof Json.Numeral numeral && numeral.value().matches("0|[1-9][0-9]{0,8}")) {
            return Integer.valueOf(numeral.value());
        }
        fault(name, "应为不小于 0 的整数 / must be a whole number of 0 or more", "例如 / for example 2");
        return null;
    }

    @Nullable
    Integer countOrAbsent(String name) {
        var value = value(name);
        return value == null ? null : count(value, name);
    }

    /** The elements of an array, each read by {@code read}, which may refuse one by null. */
    <T> @Nullable List<T> list(String name, Json value, Function<JsonElement, @Nullable T> read) {
        if (!(value instanceof Json.Elements elements)) {
            fault(name, "应为数组 / must be an array", "写成 […] / write […]");
            return null;
        }
        var list = new ArrayList<T>();
        for (int at = 0; at < elements.values().size(); at++) {
            T one = read.apply(new JsonElement(elements.values().get(at), pathOf(name) + "/" + at, faults));
            if (one != null) {
                list.add(one);
            }
        }
        return list.size() == elements.values().size() ? list : null;
    }

    /** A list of strings. */
    @Nullable
    List<String> texts(String name, Json value) {
        return list(name, value, JsonElement::text);
    }

    /** One element of an array with its path. */
    record JsonElement(Json json, String path, FaultList faults) {
        @Nullable
        String text() {
            if (json instanceof Json.Text text) {
                return text.value();
            }
            faults.add(json.line(), path, "应为字符串 / must be a string", "加上引号 / put it in quotes");
            return null;
        }

        @Nullable
        JsonFields fields() {
            return of(json, path, faults);
        }
    }

    /** Adds the fields that nobody asked for. */
    void unknown(FaultList unknown) {
        fields.values().forEach((name, value) -> {
            if (!taken.contains(name)) {
                unknown.add(value.line(), pathOf(name), "未知字段 / unknown field", "删去 / remove it");
            }
        });
    }
}
