package org.sise.integrations.notice;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How notices run.
 *
 * @param home the folder at which relative paths of certificates begin
 * @param folders the folder below which notices are dropped where a subscription names no absolute folder
 * @param tick how long to wait between two rounds of a subscriber
 * @param quiet how long a file of feedback must not have changed before it is read
 */
public record NoticeSettings(Path home, Path folders, Duration tick, Duration quiet) {

    /** With the folders {@code notices} and {@code outgoing} of an installation's data, each 500 ms, quiet for 2 s. */
    public static NoticeSettings at(Path data) {
        return new NoticeSettings(
                data.resolve("notices"), data.resolve("outgoing"), Duration.ofMillis(500), Duration.ofSeconds(2));
    }
}
