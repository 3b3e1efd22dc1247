package org.sise.supervision.repair.cases;

import java.nio.file.Path;
import java.util.function.Function;

/**
 * What a virus scanner says of a file.
 *
 * @param clean whether the file may be taken
 * @param text what stands beside the file ever after, in Chinese and English
 */
public record ScanVerdict(boolean clean, String text) {

    /** The scanner of an installation that has none: takes everything and says so. */
    public static final Function<Path, ScanVerdict> NOT_SCANNED =
            _ -> new ScanVerdict(true, "未查毒 / not scanned for viruses");
}
