package org.sise.integrations.row;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The statements of one part of a file, one after the other: of a JSON array, or one on each line. */
final class BodsStatements {

    private final @Nullable JsonParser array;
    private final Lines lines;
    private int line;

    /**
     * What was read.
     *
     * @param statement the statement; without content where it is none
     * @param text it as it stands, where it is no JSON object; else null
     * @param fault what is wrong with it as JSON, or null
     */
    record Read(
            BodsStatement statement,
            @Nullable String text,
            @Nullable RowFault fault) {}

    private BodsStatements(@Nullable JsonParser array, Lines lines) {
        this.array = array;
        this.lines = lines;
    }

    static BodsStatements open(Part part) throws FileFault, IOException {
        InputStream in = part.stream();
        TextSample.check(in, StandardCharsets.UTF_8, false);
        boolean listed = beginsWithArray(in);
        Reader reader = new MarkingReader(in, StandardCharsets.UTF_8);
        if (!listed) {
            return new BodsStatements(null, new Lines(reader));
        }
        JsonParser parser = JsonObjects.parser(reader);
        try {
            parser.nextToken();
        } catch (JacksonException e) {
            List<String> wrong = JsonObjects.wrong(e, 0);
            throw new FileFault(Reason.WRONG_FORMAT, wrong.get(0), wrong.get(1));
        }
        return new BodsStatements(parser, new Lines(Reader.nullReader()));
    }

    /**
     * The next statement, or null behind the last.
     *
     * @throws FileFault where the array breaks
     */
    @Nullable
    Read next() throws FileFault, IOException {
        return array == null ? ofLine() : ofArray(array);
    }

    void close() {
        if (array != null) {
            array.close();
        }
    }

    private @Nullable Read ofArray(JsonParser parser) throws FileFault, IOException {
        try {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return null;
            }
            if (token == JsonToken.END_ARRAY) {
                if (parser.nextToken() != null) {
                    throw new FileFault(
                            Reason.WRONG_FORMAT,
                            "数组之后还有内容; 每行一个声明时不用数组",
                            "more follows behind the array; with a statement on each line there is no array");
                }
                return null;
            }
            line++;
            if (token == JsonToken.START_OBJECT) {
                return read(parser, line);
            }
            String text = token == JsonToken.START_ARRAY ? "[…]" : parser.getString();
            parser.skipChildren();
            return faulty(line, text, "每个声明应为JSON对象", "each statement must be a JSON object");
        } catch (JacksonException e) {
            List<String> wrong = JsonObjects.wrong(e, 0);
            throw new FileFault(
                    Reason.DAMAGED_FILE,
                    "%s; 此前%d个声明有效".formatted(wrong.get(0), line),
                    "%s; the %d statements before it stand".formatted(wrong.get(1), line));
        }
    }

    private @Nullable Read ofLine() throws IOException {
        Lines.Line next = lines.next();
        while (next != null && next.text().isBlank()) {
            next = lines.next();
        }
        if (next == null) {
            return null;
        }
        if (next.tooLong()) {
            return faulty(next.number(), next.text(), "超过1 MiB", "longer than 1 MiB, only its beginning is kept");
        }
        try (JsonParser parser = JsonObjects.parser(next.text())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return faulty(next.number(), next.text(), "每行应为一个JSON对象", "each line must be one JSON object");
            }
            Read read = read(parser, next.number());
            return parser.nextToken() == null
                    ? read
                    : faulty(next.number(), next.text(), "一行只能有一个JSON对象", "a line must hold one JSON object only");
        } catch (JacksonException e) {
            List<String> wrong = JsonObjects.wrong(e, next.number() - 1);
            return faulty(next.number(), next.text(), wrong.get(0), wrong.get(1));
        }
    }

    private static Read read(JsonParser parser, int line) {
        JsonTree.Read tree = JsonTree.read(parser);
        return new Read(BodsStatement.of(line, tree.root()), null, tree.fault());
    }

    private static Read faulty(int line, String text, String zh, String en) {
        return new Read(BodsStatement.of(line, Map.of()), text, RowFault.of(Reason.MALFORMED, zh, en));
    }

    private static boolean beginsWithArray(InputStream in) throws IOException {
        in.mark(TextSample.SIZE);
        byte[] head = in.readNBytes(TextSample.SIZE);
        in.reset();
        return new String(head, StandardCharsets.ISO_8859_1)
                .replaceFirst("^\u00EF\u00BB\u00BF", "")
                .stripLeading()
                .startsWith("[");
    }
}
