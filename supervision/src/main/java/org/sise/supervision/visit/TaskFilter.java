package org.sise.supervision.visit;

import org.jspecify.annotations.Nullable;

/**
 * Which tasks a list is asked for; what is null does not restrict.
 *
 * @param state where they stand
 * @param kind why the business is visited
 * @param business the business's credit code
 * @param department the department
 * @param plan the plan's id
 */
public record TaskFilter(
        @Nullable TaskState state,
        @Nullable VisitKind kind,
        @Nullable String business,
        @Nullable String department,
        @Nullable String plan) {}
