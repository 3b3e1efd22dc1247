package org.sise.server.demo;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * An Excel file. The library stamps the time of writing into it; the file is packed anew without it, so that the same
 * rows are the same bytes.
 */
final class XlsxFeedFile implements FeedFile {

    private static final int FLUSHED = 1_000;
    private static final String PROPERTIES = "docProps/core.xml";
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Path raw;
    private final Path part;
    private final Path target;
    private final OutputStream out;
    private final Workbook workbook;
    private final Worksheet sheet;
    private int row;

    XlsxFeedFile(CityFeed feed, Path target) throws IOException {
        this.target = target;
        this.raw = target.resolveSibling(target.getFileName() + ".raw.part");
        this.part = target.resolveSibling(target.getFileName() + ".part");
        this.out = new BufferedOutputStream(Files.newOutputStream(raw));
        this.workbook = new Workbook(out, "sise", null);
        workbook.setCompressionLevel(1);
        this.sheet = workbook.newWorksheet("Sheet1");
        row(feed.columns().toArray());
    }

    @Override
    public void row(@Nullable Object[] values) throws IOException {
        for (int column = 0; column < values.length; column++) {
            switch (values[column]) {
                case null -> {
                    // an empty cell
                }
                case LocalDate day -> {
                    sheet.value(row, column, day);
                    sheet.style(row, column).format("yyyy-mm-dd").set();
                }
                case Number number -> sheet.value(row, column, number);
                case Object text -> sheet.inlineString(row, column, text.toString());
            }
        }
        row++;
        if (row % FLUSHED == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
        out.close();
        repack();
        Files.delete(raw);
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private void repack() throws IOException {
        try (ZipFile from = new ZipFile(raw.toFile());
                ZipOutputStream to = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(NO_TIME);
                to.putNextEntry(copy);
                try (InputStream content = from.getInputStream(entry)) {
                    if (entry.getName().equals(PROPERTIES)) {
                        String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
                        to.write(text.replaceAll("<dcterms:created.*</dcterms:created>", "")
                                .getBytes(StandardCharsets.UTF_8));
                    } else {
                        content.transferTo(to);
                    }
                }
                to.closeEntry();
            }
        }
    }
}
