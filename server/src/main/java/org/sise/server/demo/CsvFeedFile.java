package org.sise.server.demo;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** A CSV file. */
final class CsvFeedFile implements FeedFile {

    private static final int BUFFER = 1 << 16;

    private final CityFeed feed;
    private final Path part;
    private final Path target;
    private final CSVPrinter printer;

    CsvFeedFile(CityFeed feed, Path target) throws IOException {
        this.feed = feed;
        this.target = target;
        this.part = target.resolveSibling(target.getFileName() + ".part");
        OutputStreamWriter writer = new OutputStreamWriter(
                new BufferedOutputStream(Files.newOutputStream(part), BUFFER),
                feed.form()
                        .charset()
                        .newEncoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        if (feed.form() == CityFeed.Form.CSV_UTF8_BOM) {
            writer.write('\uFEFF');
        }
        this.printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        printer.printRecord(feed.columns());
    }

    @Override
    public void row(@Nullable Object[] values) throws IOException {
        for (Object value : values) {
            printer.print(value instanceof LocalDate day ? feed.dates().format(day) : value);
        }
        printer.println();
    }

    @Override
    public void close() throws IOException {
        printer.close();
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    }
}
