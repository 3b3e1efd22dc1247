package org.sise.integrations.row;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON objects into cells: what is nested is named {@code a.b}, numbers stand as they are written, lists of texts
 * stand in one cell.
 */
final class JsonObjects {

    private static final int DEEPEST = 64;
    private static final int LONGEST_TEXT = 16 << 20;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            .build();

    private JsonObjects() {}

    static JsonParser parser(Reader in) {
        return JSON.createParser(ObjectReadContext.empty(), in);
    }

    static JsonParser parser(String text) {
        return JSON.createParser(ObjectReadContext.empty(), text);
    }

    /** Reads the object at whose beginning the parser stands. */
    static void read(JsonParser parser, ObjectCells into) throws FileFault {
        object(parser, "", false, into);
    }

    /**
     * What a parser says is wrong, with its place, or the failure to read that lies behind it.
     *
     * @param before how many lines come before what the parser was given
     */
    static List<String> wrong(JacksonException e, int before) throws IOException {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException failed) {
                throw failed;
            }
        }
        int line = e.getLocation() == null ? 0 : before + e.getLocation().getLineNr();
        int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
        return List.of(
                "第%d行第%d列不是有效的JSON".formatted(line, column),
                "no JSON at line %d, column %d: %s".formatted(line, column, firstLine(e.getOriginalMessage())));
    }

    private static void object(JsonParser parser, String prefix, boolean listed, ObjectCells into) throws FileFault {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = prefix + parser.currentName();
            parser.nextToken();
            value(parser, name, listed, into);
        }
    }

    private static void value(JsonParser parser, String name, boolean listed, ObjectCells into) throws FileFault {
        switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, name + ".", listed, into);
            case START_ARRAY -> {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    value(parser, name, true, into);
                }
            }
            case VALUE_NULL -> into.put(name, "", listed);
            default -> into.put(name, parser.getString(), listed);
        }
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
