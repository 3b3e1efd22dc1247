package org.sise.integrations.fetch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.landing.Fetch;
import org.sise.integrations.landing.Fetches;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of a fetched file into its feed's folder, exactly once. It is written aside and forced to disk; a row of
 * {@link Fetches} commits it together with the source's new position; it is renamed into the folder; only then is the
 * source told. After a kill {@link #recover} finishes what has a row and removes what has none, and the source is read
 * on from the last row.
 */
final class Spool {

    /** Where files are while they are fetched, below the feed's folder. */
    static final String FOLDER = ".fetching";

    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
    private static final Pattern UNSAFE = Pattern.compile("[^\\p{L}\\p{N}._-]+");
    private static final int LONGEST_NAME = 120;

    private final String feed;
    private final Path folder;
    private final Path aside;
    private final Fetches fetches;
    private final FetchSteps steps;

    /** For a feed and its folder below the inbox. */
    Spool(String feed, Path folder, Fetches fetches, FetchSteps steps) {
        this.feed = feed;
        this.folder = folder;
        this.aside = folder.resolve(FOLDER);
        this.fetches = fetches;
        this.steps = steps;
    }

    /**
     * Finishes or removes what an earlier process left. Not to be called while a fetch of the feed is going on.
     *
     * @throws IOException when the folder cannot be used
     */
    void recover() throws IOException {
        Files.createDirectories(aside);
        List<Path> left;
        try (Stream<Path> files = Files.list(aside)) {
            left = files.sorted().toList();
        }
        for (Path file : left) {
            if (fetches.isRecorded(feed, String.valueOf(file.getFileName()))) {
                LOG.info("来源{}: 继续已取得的文件 / feed {}: goes on with fetched file {}", feed, feed, file.getFileName());
                rename(file);
            } else {
                Files.delete(file);
            }
        }
    }

    /**
     * Begins a file.
     *
     * @param name what the source calls it; its ending is kept, since it may say what the file is
     * @throws IOException when it cannot be written
     */
    SpoolFile begin(String name) throws IOException {
        Files.createDirectories(aside);
        long after = fetches.latest(feed).map(Fetch::id).orElse(0L);
        long id = fetches.reserve();
        return new SpoolFile(id, after, aside.resolve(fileName(id, name)));
    }

    /**
     * Commits a file that is wholly written, and puts it into the feed's folder.
     *
     * @param draft the file
     * @param rows rows written into it, or null where it came as a whole
     * @param position where the source is read on from now, a JSON object
     * @param origin what the source calls it, when it is to be fetched once by that name, or null
     * @param anew whether the same bytes as before are a new word of the department
     * @param seen digests of rows to leave out next time, or null
     * @throws IOException when it cannot be written; nothing has happened then
     */
    Fetch commit(
            SpoolFile draft,
            @Nullable Long rows,
            String position,
            @Nullable String origin,
            boolean anew,
            byte @Nullable [] seen)
            throws IOException {
        String sha256 = draft.seal();
        force(aside);
        steps.done(feed, FetchSteps.Step.WRITTEN);
        Fetch fetch = new Fetch(
                draft.id(),
                feed,
                draft.name(),
                sha256,
                draft.size(),
                rows,
                position,
                origin,
                anew,
                seen,
                Instant.now(),
                null);
        record(draft, fetch);
        steps.done(feed, FetchSteps.Step.COMMITTED);
        rename(draft.path());
        steps.done(feed, FetchSteps.Step.RENAMED);
        return fetch;
    }

    /** Records that the source was told of a fetch. */
    void acknowledged(Fetch fetch) {
        steps.done(feed, FetchSteps.Step.TOLD);
        fetches.acknowledged(fetch.id());
        steps.done(feed, FetchSteps.Step.ACKNOWLEDGED);
    }

    /** Where the answer to a commit is lost, the file stays aside: whether it has a row is seen by {@link #recover}. */
    private void record(SpoolFile draft, Fetch fetch) {
        draft.committed();
        fetches.commit(fetch, draft.after());
    }

    private void rename(Path file) throws IOException {
        Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        force(folder);
        force(aside);
    }

    /** A file's name: its number, so that there is one of it and their order is seen, and a safe form of its own. */
    static String fileName(long id, String name) {
        String safe = UNSAFE.matcher(name).replaceAll("_");
        while (safe.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            safe = safe.substring(safe.offsetByCodePoints(0, 1));
        }
        if (safe.matches("(?i).*\\.(part|tmp)")) {
            safe += "_";
        }
        return "%010d-%s".formatted(id, safe);
    }

    /** Forces a folder's entries to disk, so that a rename outlives a power failure. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
