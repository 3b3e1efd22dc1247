package org.sise.server.demo;

import java.util.Map;

/**
 * What was written.
 *
 * @param businesses the number of businesses
 * @param rows all rows without headers, by feed, the faulty ones included
 * @param faulty the faulty rows, by feed and fault; only faults that occur
 * @param files the number of files, by feed
 */
public record CitySummary(
        int businesses,
        Map<CityFeed, Long> rows,
        Map<CityFeed, Map<CityFault, Integer>> faulty,
        Map<CityFeed, Integer> files) {

    /** The number of faulty rows of a feed. */
    public int faultyOf(CityFeed feed) {
        return faulty.getOrDefault(feed, Map.of()).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }
}
