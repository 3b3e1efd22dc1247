package org.sise.integrations.descriptor;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query on a department's database.
 *
 * @param url JDBC address, without user and password
 * @param user who logs in, or null where the database asks for nobody
 * @param password that user's, or null where none is asked for
 * @param query one SELECT; its column labels are the feed's columns
 * @param key columns that order rows of one watermark, possibly none
 * @param watermark how new rows are told, or null where the whole is read each time
 * @param fetchSize rows a round trip
 * @param schedule when to look
 * @param timeout how long the query may take to its first row
 * @param retry how often to try again within one pull
 */
public record DatabaseSource(
        String url,
        @Nullable String user,
        @Nullable Secret password,
        String query,
        List<String> key,
        @Nullable Watermark watermark,
        int fetchSize,
        Schedule schedule,
        Duration timeout,
        RetryRule retry)
        implements FeedSource.Pulled {

    /**
     * A column that grows with every change.
     *
     * @param column its label in the query
     * @param type what it holds
     * @param initial the first pull reads rows of this value and above, or null for all
     * @param lag how far the next pull goes back, for rows that were written before and seen after; zero for numbers
     * @param ahead rows further ahead of the clock than this wait, so that one wrong year does not end the feed
     */
    public record Watermark(
            String column, Type type, @Nullable String initial, Duration lag, Duration ahead) {}

    /** What a watermark holds. */
    public enum Type {
        /** A time, with or without a zone; without one it is China's. */
        TIMESTAMP,
        /** A day. */
        DATE,
        /** A number. */
        NUMBER
    }
}
