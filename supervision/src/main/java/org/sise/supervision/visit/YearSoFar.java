package org.sise.supervision.visit;

import java.util.Map;

/**
 * The visits to one business in one calendar year, those still planned with them, cancelled ones left out.
 *
 * @param visits how many visits that count; a joint visit is one, whatever its tasks
 * @param byKind in how many of them there was a task of each kind; a joint visit stands once under each of its kinds
 */
public record YearSoFar(int visits, Map<VisitKind, Integer> byKind) {

    /** No visit. */
    public static final YearSoFar NONE = new YearSoFar(0, Map.of());

    /** Copies its map. */
    public YearSoFar {
        byKind = Map.copyOf(byKind);
    }
}
