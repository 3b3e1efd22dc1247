package org.sise.integrations.row;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.FeedFormat;

/** The rows of delimited text. */
final class CsvRows implements PartRows {

    private final CsvRecords records;
    private final Arranged columns;
    private final Numbering numbering;

    private CsvRows(CsvRecords records, Arranged columns, Numbering numbering) {
        this.records = records;
        this.columns = columns;
        this.numbering = numbering;
    }

    static CsvRows open(
            Part part, FeedFormat.Csv format, ColumnNames names, Numbering numbering, @Nullable Header known)
            throws FileFault, IOException {
        InputStream in = part.stream();
        TextSample.check(in, format.charset(), true);
        Lines lines = new Lines(new MarkingReader(in, format.charset()));
        for (int i = 0; i < format.skip(); i++) {
            lines.next();
        }
        CsvRecords records = new CsvRecords(lines, format.delimiter(), format.quoted());
        List<String> given = format.columns().isEmpty() ? named(records) : format.columns();
        return new CsvRows(records, new Arranged(Header.of(given, names), known, part.name()), numbering);
    }

    @Override
    public Header header() {
        return columns.header();
    }

    @Override
    public @Nullable Row next() throws IOException {
        int width = columns.width();
        CsvRecords.Parsed record = records.next(width);
        if (record == null) {
            return null;
        }
        if (record.fault() != null) {
            return numbering.row(record.line(), List.of(), record.text(), record.fault());
        }
        List<String> cells = record.cells();
        while (cells.size() > width && cells.getLast().isEmpty()) {
            cells.removeLast();
        }
        if (cells.size() != width) {
            RowFault fault = RowFault.of(
                    Reason.CELL_COUNT,
                    "有%d列, 应为%d列".formatted(cells.size(), width),
                    "it has %d cells, the file has %d columns".formatted(cells.size(), width));
            return numbering.row(record.line(), List.of(), record.text(), fault);
        }
        return numbering.row(record.line(), columns.cells(cells), null, TextFaults.of(record.text()));
    }

    @Override
    public void close() {}

    private static List<String> named(CsvRecords records) throws FileFault, IOException {
        CsvRecords.Parsed first = records.next(0);
        if (first == null) {
            throw new FileFault(Reason.EMPTY_FILE, "文件只有空行", "the file holds blank lines only");
        }
        if (first.fault() != null) {
            throw new FileFault(
                    Reason.WRONG_FORMAT, "列名行有误: " + first.fault().message(), "the row of column names cannot be read");
        }
        return first.cells();
    }
}
