package org.sise.integrations.feed;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.sise.integrations.fetch.FetchSettings;

/**
 * How feeds run.
 *
 * @param inbox the folder below which each feed has its own
 * @param pollDelay how long to wait between two looks at a folder
 * @param quiet how long a file must not have changed before it is read
 * @param sweepDelay how long to wait between two looks at all waiting rows
 * @param batchRows rows a batch
 * @param fetch how remote sources are fetched
 */
public record FeedSettings(
        Path inbox, Duration pollDelay, Duration quiet, Duration sweepDelay, int batchRows, FetchSettings fetch) {

    /** With what remote sources need beside the inbox. */
    public FeedSettings(Path inbox, Duration pollDelay, Duration quiet, Duration sweepDelay, int batchRows) {
        this(inbox, pollDelay, quiet, sweepDelay, batchRows, FetchSettings.at(beside(inbox)));
    }

    /** With an inbox and the usual values: 500 ms, 1 s, 1 min, 10,000 rows; secrets and descriptors stand beside it. */
    public static FeedSettings at(Path inbox) {
        return new FeedSettings(inbox, Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofMinutes(1), 10_000);
    }

    private static Path beside(Path inbox) {
        return Objects.requireNonNull(inbox.toAbsolutePath().getParent(), "an inbox is not the root");
    }
}
