package org.sise.integrations.row;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.FeedFormat;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The rows of an array within one JSON document, read token by token. A row's line is its number in the array. */
final class JsonRows implements PartRows {

    private static final int SHOWN = 20;

    private final JsonParser parser;
    private final ObjectCells cells;
    private final Numbering numbering;
    private int line;
    private boolean ended;

    private JsonRows(JsonParser parser, ObjectCells cells, Numbering numbering) {
        this.parser = parser;
        this.cells = cells;
        this.numbering = numbering;
    }

    static JsonRows open(Part part, FeedFormat.Json format, ObjectCells cells, Numbering numbering)
            throws FileFault, IOException {
        InputStream in = part.stream();
        TextSample.check(in, format.charset(), false);
        JsonParser parser = JsonObjects.parser(new MarkingReader(in, format.charset()));
        try {
            descend(parser, format.rows());
        } catch (JacksonException e) {
            List<String> wrong = JsonObjects.wrong(e, 0);
            throw new FileFault(Reason.WRONG_FORMAT, wrong.get(0), wrong.get(1));
        }
        return new JsonRows(parser, cells, numbering);
    }

    @Override
    public Header header() {
        return cells.header();
    }

    @Override
    public @Nullable Row next() throws FileFault, IOException {
        if (ended) {
            return null;
        }
        try {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.END_ARRAY) {
                toEnd();
                return null;
            }
            line++;
            if (token == JsonToken.START_OBJECT) {
                JsonObjects.read(parser, cells);
                return cells.row(numbering, line);
            }
            String text = token == JsonToken.START_ARRAY ? "[…]" : parser.getString();
            parser.skipChildren();
            return numbering.row(
                    line,
                    List.of(),
                    text,
                    RowFault.of(Reason.MALFORMED, "数组的每一项应为JSON对象", "each item of the array must be an object"));
        } catch (JacksonException e) {
            List<String> wrong = JsonObjects.wrong(e, 0);
            throw new FileFault(
                    Reason.DAMAGED_FILE,
                    "%s; 此前%d行有效".formatted(wrong.get(0), numbering.count()),
                    "%s; the %d rows before it stand".formatted(wrong.get(1), numbering.count()));
        }
    }

    @Override
    public void close() {
        parser.close();
    }

    /** Reads what stands behind the array, which may be cut off or begin another document. */
    private void toEnd() throws FileFault {
        int depth = parser.streamReadContext().getNestingDepth();
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (depth == 0) {
                throw new FileFault(
                        Reason.WRONG_FORMAT,
                        "数组之后还有内容; 每行一个对象的文件请用 type: jsonl",
                        "more follows behind the document; for an object on each line use type: jsonl");
            }
            parser.skipChildren();
            depth = parser.streamReadContext().getNestingDepth();
        }
        ended = true;
    }

    private static void descend(JsonParser parser, List<String> names) throws FileFault {
        JsonToken token = parser.nextToken();
        for (String name : names) {
            List<String> found = new ArrayList<>();
            token = token == JsonToken.START_OBJECT ? find(parser, name, found) : null;
            if (token == null) {
                throw wrong(
                        "没有 %s (路径 %s), 此处有: %s".formatted(name, String.join(".", names), String.join(", ", found)),
                        "there is no %s (rows: %s); found here: %s"
                                .formatted(name, String.join(".", names), String.join(", ", found)));
            }
        }
        if (token != JsonToken.START_ARRAY) {
            throw wrong(
                    "此处应为数组; 请在来源配置 format 中设 rows, 如 data.list",
                    "an array is needed here: set rows in the feed's format to its path, such as data.list");
        }
    }

    private static @Nullable JsonToken find(JsonParser parser, String name, List<String> found) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String here = parser.currentName();
            JsonToken value = parser.nextToken();
            if (here.equals(name)) {
                return value;
            }
            if (found.size() < SHOWN) {
                found.add(here);
            }
            parser.skipChildren();
        }
        return null;
    }

    private static FileFault wrong(String zh, String en) {
        return new FileFault(Reason.WRONG_FORMAT, zh, en);
    }
}
