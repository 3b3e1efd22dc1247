package org.sise.supervision.review;

import java.time.Instant;

/**
 * The answer to a step; of several the last counts.
 *
 * @param step the step's number
 * @param passed whether the review goes on
 * @param answer what was found
 * @param at when
 * @param actor who answered
 */
public record ReviewAnswer(int step, boolean passed, String answer, Instant at, String actor) {}
