package org.sise.supervision.door;

import java.time.Instant;

/**
 * How a business rated a visit.
 *
 * @param score 1 to 5
 * @param note in words; may be empty
 * @param at when
 */
public record Rating(int score, String note, Instant at) {}
