package org.sise.integrations.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.FeedCatalogue;
import org.sise.integrations.landing.FeedStore;
import org.sise.integrations.landing.Quarantine;
import org.sise.integrations.landing.QuarantinedRow;

/** Files that were refused, put back into their feed's folder to be read again once the descriptor was mended. */
public final class RefusedFiles {

    private final Quarantine quarantine;
    private final FeedCatalogue catalogue;
    private final Path inbox;

    /** Of the feeds of a store, whose folders are below an inbox. */
    public RefusedFiles(FeedStore store, Path inbox) {
        this.quarantine = store.quarantine();
        this.catalogue = store.catalogue();
        this.inbox = inbox;
    }

    /**
     * Has the file that a quarantined row stands for read again. The file is moved last, so that a crash leaves either
     * nothing done or a file that comes in once more as a new delivery; asked again, the row is settled then.
     *
     * @throws IllegalArgumentException when there is no such row
     * @throws IllegalStateException when the row is settled, does not stand for a whole file, or the file cannot be put back
     */
    public void readAgain(long id, String actor) {
        quarantine.readAgain(id, actor, this::putBack);
    }

    private void putBack(QuarantinedRow row, @Nullable String keptAs, Supplier<Boolean> cameAgain) {
        var feed = catalogue.find(row.feed());
        if (feed == null) {
            throw new IllegalStateException("来源%s已不存在 / feed %s is no more".formatted(row.feed(), row.feed()));
        }
        Path folder = inbox.resolve(feed.folder());
        Path target = folder.resolve(row.file());
        Path kept = keptAs == null ? null : folder.resolve(keptAs);
        try {
            if (kept != null && Files.isRegularFile(kept)) {
                if (Files.exists(target)) {
                    throw new IllegalStateException(
                            "目录中已有同名文件%s，请稍后再试 / the folder has a file named %s, try again later"
                                    .formatted(row.file(), row.file()));
                }
                Files.move(kept, target, StandardCopyOption.ATOMIC_MOVE);
            } else if (!cameAgain.get() && !Files.exists(target)) {
                throw new IllegalStateException(
                        "保留的文件已不在，请部门重新报送 / the file that was kept is gone: have it delivered again");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
