package org.sise.integrations.row;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.FeedFormat;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The rows of a file with a JSON object on each line; a line that is none is one faulty row. */
final class JsonLineRows implements PartRows {

    private final Lines lines;
    private final ObjectCells cells;
    private final Numbering numbering;

    private JsonLineRows(Lines lines, ObjectCells cells, Numbering numbering) {
        this.lines = lines;
        this.cells = cells;
        this.numbering = numbering;
    }

    static JsonLineRows open(Part part, FeedFormat.JsonLines format, ObjectCells cells, Numbering numbering)
            throws FileFault, IOException {
        InputStream in = part.stream();
        TextSample.check(in, format.charset(), false);
        return new JsonLineRows(new Lines(new MarkingReader(in, format.charset())), cells, numbering);
    }

    @Override
    public Header header() {
        return cells.header();
    }

    @Override
    public @Nullable Row next() throws FileFault, IOException {
        Lines.Line line = lines.next();
        while (line != null && line.text().isBlank()) {
            line = lines.next();
        }
        if (line == null) {
            return null;
        }
        if (line.tooLong()) {
            return faulty(
                    line,
                    Reason.TOO_LONG,
                    "超过%d字符, 仅保留开头".formatted(Lines.LONGEST),
                    "longer than 1 MiB, only its beginning is kept");
        }
        try (JsonParser parser = JsonObjects.parser(line.text())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return faulty(line, Reason.MALFORMED, "每行应为一个JSON对象", "each line must be one JSON object");
            }
            JsonObjects.read(parser, cells);
            if (parser.nextToken() != null) {
                return faulty(line, Reason.MALFORMED, "一行只能有一个JSON对象", "a line must hold one JSON object only");
            }
            return cells.row(numbering, line.number());
        } catch (JacksonException e) {
            List<String> wrong = JsonObjects.wrong(e, line.number() - 1);
            return faulty(line, Reason.MALFORMED, wrong.get(0), wrong.get(1));
        }
    }

    @Override
    public void close() {}

    private Row faulty(Lines.Line line, Reason reason, String zh, String en) {
        cells.clear();
        return numbering.row(line.number(), List.of(), line.text(), RowFault.of(reason, zh, en));
    }
}
