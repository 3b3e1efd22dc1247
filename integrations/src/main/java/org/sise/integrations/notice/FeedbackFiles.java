package org.sise.integrations.notice;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.sise.core.digest.Sha256;
import org.sise.integrations.descriptor.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads feedback from files in {@code feedback} below a department's folder. A file that is read is moved to
 * {@code .done}; one that is interrupted is read again from its beginning, which changes nothing.
 */
final class FeedbackFiles {

    static final String FOLDER = "feedback";
    static final String DONE = ".done";

    private static final Logger LOG = LoggerFactory.getLogger(FeedbackFiles.class);
    private static final CSVFormat CSV = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();

    private final FeedbackStore store;
    private final Clock clock;
    private final Duration quiet;

    /**
     * For a store.
     *
     * @param quiet how long a file must not have changed before it is read
     */
    FeedbackFiles(FeedbackStore store, Clock clock, Duration quiet) {
        this.store = store;
        this.clock = clock;
        this.quiet = quiet;
    }

    void read(Subscription subscription, Path folder) {
        Path inbox = folder.resolve(FOLDER);
        if (!Files.isDirectory(inbox)) {
            return;
        }
        try {
            List<Path> files;
            try (Stream<Path> all = Files.list(inbox)) {
                files = all.filter(FeedbackFiles::isFeedback).sorted().toList();
            }
            for (Path file : files) {
                if (isQuiet(file)) {
                    read(subscription.subscriber(), file, Files.readAllBytes(file));
                    Path done = Files.createDirectories(inbox.resolve(DONE));
                    Files.move(file, done.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("反馈目录稍后再读 / feedback in {} is read again later: {}", inbox, e.getMessage());
        }
    }

    private void read(String subscriber, Path file, byte[] content) throws IOException {
        String text = new String(content, StandardCharsets.UTF_8);
        text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        String origin = file.getFileName() + " " + Sha256.hex(content).substring(0, 16);
        if (file.toString().endsWith(".csv")) {
            table(subscriber, origin, text);
        } else {
            int line = 0;
            for (String one : text.split("\r\n|\n|\r", -1)) {
                line++;
                if (!one.isBlank()) {
                    take(subscriber, origin, line, one, () -> FeedbackLine.ofJson(one));
                }
            }
        }
    }

    private void table(String subscriber, String origin, String text) throws IOException {
        try (CSVParser rows = CSVParser.parse(new StringReader(text), CSV)) {
            for (CSVRecord row : rows) {
                take(
                        subscriber,
                        origin,
                        rows.getCurrentLineNumber(),
                        String.join(",", row.toList()),
                        () -> FeedbackLine.ofCells(row.toMap()));
            }
        } catch (UncheckedIOException | IllegalArgumentException e) {
            store.fault(subscriber, origin, 0, text, "不是CSV / is no CSV: " + e.getMessage());
        }
    }

    private void take(String subscriber, String origin, long line, String content, Supplier<FeedbackLine> read) {
        try {
            FeedbackLine feedback = read.get();
            store.take(feedback.key(), subscriber, feedback.feedback(), FeedbackWay.FILE, subscriber);
        } catch (IllegalArgumentException e) {
            store.fault(subscriber, origin, line, content, String.valueOf(e.getMessage()));
        }
    }

    private static boolean isFeedback(Path file) {
        String name = String.valueOf(file.getFileName());
        return Files.isRegularFile(file) && !name.startsWith(".") && (name.endsWith(".jsonl") || name.endsWith(".csv"));
    }

    private boolean isQuiet(Path file) throws IOException {
        return !Files.getLastModifiedTime(file)
                .toInstant()
                .isAfter(clock.instant().minus(quiet));
    }
}
