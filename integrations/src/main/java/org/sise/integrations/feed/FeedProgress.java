package org.sise.integrations.feed;

import java.time.Duration;

/** Someone who is told how far files have been read. Called on the feed's own thread, after each batch has landed. */
@FunctionalInterface
public interface FeedProgress {

    /** Nobody. */
    FeedProgress NONE = _ -> {};

    /**
     * How far a file has been read.
     *
     * @param feed the feed
     * @param file the file's name
     * @param delivery the delivery's number
     * @param rows rows landed or quarantined in this run
     * @param bytes bytes of the file read, of a workbook known only at the end
     * @param totalBytes the file's size
     * @param elapsed how long this run has taken
     * @param finished whether the file is at its end
     */
    record Step(
            String feed,
            String file,
            long delivery,
            long rows,
            long bytes,
            long totalBytes,
            Duration elapsed,
            boolean finished) {

        /** Rows a second so far. */
        public double rate() {
            return elapsed.isZero() ? 0 : rows * 1e9 / elapsed.toNanos();
        }
    }

    /** A step was made. */
    void step(Step step);
}
