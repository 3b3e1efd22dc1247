package org.sise.integrations.descriptor;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is usual of a feed: when it is late, and what a person must look at before it goes on.
 *
 * @param every how often it gives a file, or null when it has no rhythm and so is never late
 * @param lateAfter how long beyond that it may take before it is late
 * @param silentAfter after how long without a file it is silent, or null when it may be silent for ever
 * @param history with what a file is compared
 * @param rows how many rows are usual, or null when any number is
 * @param quarantine how many faulty rows are usual, or null when any number is
 * @param withdrawn how many matters a full copy may withdraw unasked, or null when any number
 */
public record FeedWatch(
        @Nullable Duration every,
        Duration lateAfter,
        @Nullable Duration silentAfter,
        History history,
        @Nullable Rows rows,
        @Nullable Quarantine quarantine,
        @Nullable Withdrawn withdrawn) {

    /**
     * The deliveries with whose median a file is compared.
     *
     * @param last so many of the latest done deliveries
     * @param least with fewer of them than this, nothing is unusual
     */
    public record History(int last, int least) {}

    /**
     * How many rows a file has.
     *
     * @param least at least this many times the median
     * @param most at most this many times the median
     */
    public record Rows(double least, double most) {}

    /**
     * Which share of a file's rows is faulty.
     *
     * @param most by how much, as a share of the rows, the median may be exceeded; 0.05 is five in a hundred
     * @param leastRows so many rows are looked at before it is judged
     */
    public record Quarantine(double most, long leastRows) {}

    /**
     * Which share of its matters a full copy withdraws.
     *
     * @param most the largest share; 0.1 is one in ten
     */
    public record Withdrawn(double most) {}
}
