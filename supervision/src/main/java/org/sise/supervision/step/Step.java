package org.sise.supervision.step;

import java.time.Instant;

/**
 * One step of a matter.
 *
 * @param state the name of the state that it came to
 * @param at when
 * @param actor who brought it there
 * @param note what was said; may be empty
 */
public record Step(String state, Instant at, String actor, String note) {}
