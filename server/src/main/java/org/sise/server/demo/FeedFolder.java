package org.sise.server.demo;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The folder of one feed: its files one after the other, none longer than its form bears. */
final class FeedFolder implements Closeable {

    private static final int XLSX_ROWS = 50_000;
    private static final int CSV_ROWS = 500_000;

    private final CityFeed feed;
    private final Path folder;
    private final String stem;
    private final int mostRows;
    private final Map<CityFault, Integer> faulty = new EnumMap<>(CityFault.class);
    private @Nullable FeedFile file;
    private int files;
    private int rowsOfFile;
    private long rows;

    FeedFolder(CityFeed feed, Path inbox, String stem) throws IOException {
        this.feed = feed;
        this.folder = Files.createDirectories(inbox.resolve(feed.folder()));
        this.stem = stem;
        this.mostRows = feed.form() == CityFeed.Form.XLSX ? XLSX_ROWS : CSV_ROWS;
        this.file = open();
    }

    CityFeed feed() {
        return feed;
    }

    void row(@Nullable Object[] values) throws IOException {
        if (values.length != feed.columns().size()) {
            throw new IllegalArgumentException("%d values for the %d columns of %s"
                    .formatted(values.length, feed.columns().size(), feed.folder()));
        }
        if (file == null || rowsOfFile == mostRows) {
            close();
            file = open();
        }
        file.row(values);
        rowsOfFile++;
        rows++;
    }

    void faultyRow(CityFault fault, @Nullable Object[] values) throws IOException {
        row(values);
        faulty.merge(fault, 1, Integer::sum);
    }

    long rows() {
        return rows;
    }

    int files() {
        return files;
    }

    Map<CityFault, Integer> faulty() {
        return faulty;
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
            file = null;
        }
    }

    private FeedFile open() throws IOException {
        files++;
        rowsOfFile = 0;
        Path target = folder.resolve("%s-%s-%03d.%s"
                .formatted(feed.folder(), stem, files, feed.form().extension()));
        return feed.form() == CityFeed.Form.XLSX ? new XlsxFeedFile(feed, target) : new CsvFeedFile(feed, target);
    }
}
