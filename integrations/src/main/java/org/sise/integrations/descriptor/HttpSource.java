package org.sise.integrations.descriptor;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A paged JSON API.
 *
 * @param url its address
 * @param post whether it is asked by POST, else by GET
 * @param body where parameters stand
 * @param headers headers of each request
 * @param query parameters of each request
 * @param rows the path of the list of rows in an answer, empty where the answer is the list
 * @param paging how further pages are asked for, or null for one page
 * @param since how only what is new is asked for, or null where the whole is read each time
 * @param ok what an answer must say of itself, or null
 * @param rate requests a second at most, or zero for no limit
 * @param trust a file of certificates that are trusted instead of the platform's, or null; a relative path begins at
 *     the folder of descriptors
 * @param largestPages pages of one pull at most
 * @param schedule when to look
 * @param timeout how long to wait for an answer
 * @param retry how often to try again a request that failed in passing
 */
public record HttpSource(
        URI url,
        boolean post,
        Body body,
        Map<String, SourceText> headers,
        Map<String, SourceText> query,
        List<String> rows,
        @Nullable Paging paging,
        @Nullable Since since,
        @Nullable OkRule ok,
        double rate,
        @Nullable String trust,
        int largestPages,
        Schedule schedule,
        Duration timeout,
        RetryRule retry)
        implements FeedSource.Pulled {

    /** Where parameters of a request stand. */
    public enum Body {
        /** In the address. */
        QUERY,
        /** In a body as a form. */
        FORM,
        /** In a body as a JSON object. */
        JSON
    }

    /** How further pages are asked for. */
    public sealed interface Paging {

        /**
         * By number, until a page is empty or all are there.
         *
         * @param parameter the number's parameter
         * @param from the first number
         * @param sizeParameter the parameter of the rows a page, or null
         * @param size its value
         * @param pagesAt path of the number of pages, or null
         * @param totalAt path of the number of rows in all, or null
         */
        record Page(
                String parameter,
                int from,
                @Nullable String sizeParameter,
                int size,
                @Nullable List<String> pagesAt,
                @Nullable List<String> totalAt)
                implements Paging {}

        /** By the mark that the former page holds at a path, until there is none. */
        record Cursor(String parameter, List<String> at) implements Paging {}

        /** By the address that the former page holds at a path, until there is none. */
        record NextLink(List<String> at) implements Paging {}
    }

    /**
     * How only what is new is asked for.
     *
     * @param parameter the parameter that says since when
     * @param field path of the row's field whose greatest value is sent next, or null for the time of the last pull
     * @param initial what the first pull sends, or null to send none
     * @param lag how far before the last pull to go back, for times
     * @param form of times: {@code iso}, {@code seconds}, {@code millis} or a pattern of Java's
     */
    public record Since(
            String parameter,
            @Nullable List<String> field,
            @Nullable String initial,
            Duration lag,
            String form) {}

    /** What an answer must hold at a path. */
    public record OkRule(List<String> at, Set<String> in) {}
}
