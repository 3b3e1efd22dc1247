package org.sise.integrations.row;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sise.integrations.descriptor.FeedFormat;

/** What was read of a file: its rows, and the fault that ended them. */
record RowsOf(List<Row> rows, Header header, FileFault fault) {

    /** Reads bytes as a file of its own. */
    static RowsOf bytes(Path folder, byte[] bytes, FeedFormat format, String... needed) throws IOException {
        return file(Files.write(Files.createTempFile(folder, "rows", ""), bytes), format, needed);
    }

    static RowsOf file(Path file, FeedFormat format, String... needed) throws IOException {
        List<Row> rows = new ArrayList<>();
        Header[] header = new Header[1];
        FileFault fault = catchThrowableOfType(FileFault.class, () -> {
            try (RowSource source = RowSource.open(file, format, Set.of(needed))) {
                header[0] = source.header();
                for (Row row = source.next(); row != null; row = source.next()) {
                    rows.add(row);
                }
            }
        });
        return new RowsOf(rows, header[0], fault);
    }

    /** The cells that are not empty, by column. */
    List<Map<String, String>> cells() {
        List<Map<String, String>> all = new ArrayList<>();
        for (Row row : rows) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 0; i < row.cells().size(); i++) {
                if (!row.cells().get(i).isEmpty()) {
                    cells.put(header.names().get(i), row.cells().get(i));
                }
            }
            all.add(cells);
        }
        return all;
    }

    /** Each row's fault as a word, or an empty text. */
    List<String> faults() {
        return rows.stream()
                .map(row -> row.fault() == null ? "" : row.fault().reason())
                .toList();
    }
}
