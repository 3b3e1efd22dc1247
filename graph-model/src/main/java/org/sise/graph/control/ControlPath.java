package org.sise.graph.control;

import java.util.List;

/**
 * A chain of holdings from a holder to a business.
 *
 * @param share the product of its steps, a part of one
 * @param steps from the holder downwards
 */
public record ControlPath(double share, List<Step> steps) {

    /** @throws IllegalArgumentException when it has no steps */
    public ControlPath {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a path has a step");
        }
    }

    /**
     * One holding, or several of the same holder in the same business.
     *
     * @param holder the holder's number
     * @param held the business's number
     * @param share their sum, a {@link org.sise.graph.relation.Share}
     * @param records the records that say so
     */
    public record Step(int holder, int held, long share, List<Long> records) {}
}
