package org.sise.integrations.row;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.FeedFormat;

/** The rows of a delimited text file, gzipped or not. */
final class CsvRows implements RowSource {

    private final CountingStream counter;
    private final InputStream in;
    private final CsvRecords records;
    private final Header header;
    private long index;

    private CsvRows(CountingStream counter, InputStream in, CsvRecords records, Header header) {
        this.counter = counter;
        this.in = in;
        this.records = records;
        this.header = header;
    }

    static CsvRows open(Path file, FeedFormat.Csv format, Set<String> needed) throws FileFault, IOException {
        CountingStream counter = new CountingStream(Files.newInputStream(file));
        try {
            InputStream in = unzipped(counter);
            TextSample.check(in, format.charset());
            CsvRecords records = new CsvRecords(new Lines(new MarkingReader(in, format.charset())), format.delimiter());
            CsvRecords.Parsed first = records.next(0);
            if (first == null) {
                throw new FileFault(Reason.EMPTY_FILE, "文件只有空行", "the file holds blank lines only");
            }
            if (first.fault() != null) {
                throw new FileFault(
                        Reason.WRONG_FORMAT,
                        "列名行有误: " + first.fault().message(),
                        "the row of column names cannot be read");
            }
            return new CsvRows(counter, in, records, Header.of(first.cells(), needed));
        } catch (EOFException | ZipException e) {
            counter.close();
            throw damaged(e);
        } catch (FileFault | IOException | RuntimeException e) {
            counter.close();
            throw e;
        }
    }

    @Override
    public Header header() {
        return header;
    }

    @Override
    public @Nullable Row next() throws FileFault, IOException {
        CsvRecords.Parsed record;
        try {
            record = records.next(header.names().size());
        } catch (EOFException | ZipException e) {
            throw damaged(e);
        }
        if (record == null) {
            return null;
        }
        if (record.fault() != null) {
            return new Row(index++, record.line(), List.of(), record.text(), record.fault());
        }
        List<String> cells = record.cells();
        int width = header.names().size();
        while (cells.size() > width && cells.getLast().isEmpty()) {
            cells.removeLast();
        }
        if (cells.size() != width) {
            RowFault fault = RowFault.of(
                    Reason.CELL_COUNT,
                    "有%d列, 应为%d列".formatted(cells.size(), width),
                    "it has %d cells, the file has %d columns".formatted(cells.size(), width));
            return new Row(index++, record.line(), List.of(), record.text(), fault);
        }
        return new Row(index++, record.line(), cells, null, textFault(record.text()));
    }

    private static @Nullable RowFault textFault(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (MarkingReader.isMark(c)) {
                return RowFault.of(
                        Reason.UNDECODABLE,
                        "第%d个字符处有非法字节 0x%02X".formatted(i + 1, MarkingReader.byteOf(c)),
                        "byte 0x%02X at character %d is none of the feed's encoding"
                                .formatted(MarkingReader.byteOf(c), i + 1));
            }
            if (c == 0) {
                return RowFault.of(Reason.UNDECODABLE, "含有NUL字符", "it holds a NUL character");
            }
        }
        return null;
    }

    @Override
    public long position() {
        return counter.count();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private static InputStream unzipped(InputStream raw) throws IOException {
        BufferedInputStream in = new BufferedInputStream(raw, TextSample.SIZE);
        in.mark(2);
        boolean gzip = in.read() == 0x1F && in.read() == 0x8B;
        in.reset();
        return gzip ? new BufferedInputStream(new GZIPInputStream(in, TextSample.SIZE), TextSample.SIZE) : in;
    }

    private static FileFault damaged(IOException e) {
        return new FileFault(
                Reason.DAMAGED_FILE,
                "gzip压缩文件不完整, 请重新发送",
                "the gzip file is cut off, send it again (%s)".formatted(e.getMessage()));
    }

    /** Counts the bytes that were read. */
    private static final class CountingStream extends java.io.FilterInputStream {
        private volatile long count;

        CountingStream(InputStream in) {
            super(in);
        }

        long count() {
            return count;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            add(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int n = super.read(into, from, length);
            add(Math.max(0, n));
            return n;
        }

        @SuppressWarnings("NonAtomicVolatileUpdate") // one thread reads the file, others look
        private void add(int n) {
            count += n;
        }
    }
}
