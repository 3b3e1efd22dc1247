package org.sise.integrations.landing;

/**
 * What a feed's latest done deliveries were like.
 *
 * @param deliveries how many there are
 * @param rows the median of their rows
 * @param faulty the median share of their rows that was faulty, 0 to 1
 */
public record Usual(int deliveries, double rows, double faulty) {}
