package org.sise.supervision.plan;

import java.time.Instant;

/**
 * Something that happened to a plan.
 *
 * @param at when, to the millisecond
 * @param actor who did it
 * @param state the state in which the plan was afterwards
 * @param note what belongs to it, such as the reason of a cancellation
 */
public record PlanEvent(Instant at, String actor, PlanState state, String note) {}
