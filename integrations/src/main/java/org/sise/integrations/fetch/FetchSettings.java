package org.sise.integrations.fetch;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How remote sources are fetched.
 *
 * @param secrets the folder of the feeds' secrets, one file each
 * @param home the folder at which relative paths in descriptors begin
 * @param tick how often to see whether a source is due
 */
public record FetchSettings(Path secrets, Path home, Duration tick) {

    /** With the folders of an installation's data: {@code secrets/feeds} and {@code feeds}, each second. */
    public static FetchSettings at(Path data) {
        return new FetchSettings(
                data.resolve("secrets").resolve("feeds"), data.resolve("feeds"), Duration.ofSeconds(1));
    }
}
