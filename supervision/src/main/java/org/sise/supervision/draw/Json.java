package org.sise.supervision.draw;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** A JSON value that remembers its line, for faults. */
sealed interface Json {
    /** The line it begins in, from 1. */
    int line();

    /** An object, its fields in their order, none twice. */
    record Fields(int line, Map<String, Json> values) implements Json {}

    /** An array. */
    record Elements(int line, List<Json> values) implements Json {}

    /** A string. */
    record Text(int line, String value) implements Json {}

    /** A number as it is written. */
    record Numeral(int line, String value) implements Json {}

    /** A {@code true}, {@code false} or {@code null}. */
    record Word(int line, String value) implements Json {}

    /**
     * Reads one value and nothing after it.
     *
     * @throws JacksonException if it is not well-formed
     */
    static Json read(byte[] bytes) {
        var factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (var parser = factory.createParser(ObjectReadContext.empty(), bytes)) {
            parser.nextToken();
            var value = value(parser);
            if (parser.nextToken() != null) {
                throw new tools.jackson.core.exc.StreamReadException(parser, "Text after the end of the value");
            }
            return value;
        }
    }

    private static Json value(JsonParser parser) {
        int line = parser.currentTokenLocation().getLineNr();
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            var values = new LinkedHashMap<String, Json>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                values.put(name, value(parser));
            }
            return new Fields(line, values);
        }
        if (token == JsonToken.START_ARRAY) {
            var values = new ArrayList<Json>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                values.add(value(parser));
            }
            return new Elements(line, values);
        }
        if (token == JsonToken.VALUE_STRING) {
            return new Text(line, parser.getString());
        }
        if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
            return new Numeral(line, parser.getString());
        }
        if (token == null) {
            throw new tools.jackson.core.exc.StreamReadException(parser, "The file is empty");
        }
        return new Word(line, parser.getString());
    }
}
