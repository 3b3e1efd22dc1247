package org.sise.integrations.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sise.integrations.row.Header;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows as received, as JSON objects from column to text; empty cells are left out. */
public final class Originals {

    /** The key under which a row stands that could not be told into cells. */
    public static final String TEXT = "_text";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<LinkedHashMap<String, String>> TYPE = new TypeReference<>() {};

    private Originals() {}

    /** The row of these cells. */
    static Map<String, String> of(Header header, List<String> cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                row.put(header.names().get(i), cells.get(i));
            }
        }
        return row;
    }

    /** As JSON. */
    public static String write(Map<String, String> row) {
        return JSON.writeValueAsString(row);
    }

    /**
     * From JSON.
     *
     * @throws IllegalArgumentException when it is no JSON object of texts
     */
    public static Map<String, String> read(String json) {
        try {
            return JSON.readValue(json, TYPE);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("应为列名到文字的JSON对象 / a JSON object from column to text is needed", e);
        }
    }
}
