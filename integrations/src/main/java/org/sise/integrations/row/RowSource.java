package org.sise.integrations.row;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.Columns;
import org.sise.integrations.descriptor.FeedFormat;

/** The rows of one file, one after the other; what it keeps in memory does not grow with the number of rows. */
public final class RowSource implements Closeable {

    /** So many rows are looked at where a file has no row of names, to see whether it is the feed's at all. */
    private static final int LOOK = 100;

    private final Parcel parcel;
    private final FeedFormat format;
    private final ColumnNames names;
    private final @Nullable BodsIndex index;
    private final long size;
    private final Numbering numbering = new Numbering();
    private final Deque<Row> ahead = new ArrayDeque<>();
    private PartRows rows;
    private final Header header;
    private boolean ended;

    private RowSource(Parcel parcel, FeedFormat format, ColumnNames names, @Nullable BodsIndex index, long size)
            throws FileFault, IOException {
        this.parcel = parcel;
        this.format = format;
        this.names = names;
        this.index = index;
        this.size = size;
        Part part = parcel.next();
        if (part == null) {
            throw new IllegalStateException("a file has one part at least");
        }
        this.rows = open(part, null);
        this.header = rows.header();
    }

    /**
     * Opens a file.
     *
     * @param columns the columns that the feed speaks of
     * @throws FileFault when it cannot be used, with reason and remedy
     * @throws IOException when it cannot be read at all
     */
    public static RowSource open(Path file, FeedFormat format, Columns columns) throws FileFault, IOException {
        Parcel parcel;
        try {
            parcel = Parcel.open(file, format);
        } catch (IOException e) {
            throw Parcel.damaged(e);
        }
        BodsIndex index = null;
        try {
            index = format instanceof FeedFormat.Bods bods ? BodsIndex.of(file, bods) : null;
            ColumnNames names = new ColumnNames(columns, format.common().aliases());
            RowSource source = new RowSource(parcel, format, names, index, Files.size(file));
            source.look();
            return source;
        } catch (IOException e) {
            close(parcel, index);
            throw Parcel.damaged(e);
        } catch (FileFault | RuntimeException e) {
            close(parcel, index);
            throw e;
        }
    }

    private static void close(Parcel parcel, @Nullable BodsIndex index) throws IOException {
        try (parcel) {
            if (index != null) {
                index.close();
            }
        }
    }

    /**
     * Opens a file.
     *
     * @param needed the columns that must be there
     * @throws FileFault when it cannot be used, with reason and remedy
     * @throws IOException when it cannot be read at all
     */
    public static RowSource open(Path file, FeedFormat format, Set<String> needed) throws FileFault, IOException {
        return open(file, format, Columns.of(needed));
    }

    /** The file's columns; where they are not named in one place, those that were met so far. */
    public Header header() {
        return header;
    }

    /**
     * The next row, or null behind the last.
     *
     * @throws FileFault when the file cannot be read on because of what is in it
     * @throws IOException when it cannot be read at all
     */
    public @Nullable Row next() throws FileFault, IOException {
        Row row = ahead.poll();
        return row != null ? row : read();
    }

    /** How much of the file was read so far, in bytes. */
    public long position() {
        return ended ? size : Math.min(size, parcel.position());
    }

    @Override
    public void close() throws IOException {
        try {
            rows.close();
        } finally {
            close(parcel, index);
        }
    }

    private @Nullable Row read() throws FileFault, IOException {
        try {
            while (!ended) {
                Row row = rows.next();
                if (row != null) {
                    return row;
                }
                Part part = parcel.next();
                if (part == null) {
                    ended = true;
                } else {
                    rows.close();
                    numbering.nextPart();
                    rows = open(part, header);
                }
            }
            return null;
        } catch (IOException e) {
            throw Parcel.damaged(e);
        }
    }

    /** Refuses a file without a row of names in which none of the feed's columns occurs. */
    private void look() throws FileFault, IOException {
        Set<String> mapped = names.columns().mapped();
        if (mapped.isEmpty() || format instanceof FeedFormat.Csv || format instanceof FeedFormat.Xlsx) {
            return;
        }
        boolean whole = false;
        while (ahead.size() < LOOK) {
            Row row = read();
            if (row == null) {
                break;
            }
            ahead.add(row);
            whole |= row.text() == null;
            for (int i = 0; i < Math.min(row.cells().size(), mapped.size()); i++) {
                if (!row.cells().get(i).isEmpty()) {
                    return;
                }
            }
        }
        if (whole) {
            List<String> found = header.names()
                    .subList(names.columns().all().size(), header.names().size());
            throw Header.missing(new ArrayList<>(mapped), found);
        }
        if (ahead.size() >= LOOK) {
            throw new FileFault(
                    Reason.WRONG_FORMAT,
                    "前%d行均无法识别".formatted(LOOK),
                    "none of the first %d rows can be read".formatted(LOOK));
        }
    }

    private PartRows open(Part part, @Nullable Header known) throws FileFault, IOException {
        return switch (format) {
            case FeedFormat.Csv csv -> CsvRows.open(part, csv, names, numbering, known);
            case FeedFormat.Xlsx xlsx -> XlsxRows.open(part, xlsx, names, numbering, known);
            case FeedFormat.Json json -> JsonRows.open(part, json, cells(known), numbering);
            case FeedFormat.JsonLines lines -> JsonLineRows.open(part, lines, cells(known), numbering);
            case FeedFormat.Xml xml -> XmlRows.open(part, xml, cells(known), numbering);
            case FeedFormat.Bods bods ->
                BodsRows.open(part, bods, Objects.requireNonNull(index), cells(known), numbering);
        };
    }

    private ObjectCells cells(@Nullable Header known) {
        return new ObjectCells(known != null ? known : Header.growing(names.columns()), names);
    }
}
