package org.sise.supervision.effect;

/**
 * What merging tasks into visits has saved.
 *
 * @param tasks the tasks that were done
 * @param visits the visits in which they were
 * @param joint visits of more than one task
 */
public record Merging(long tasks, long visits, long joint) {

    /** Visits that did not have to be paid. */
    public long saved() {
        return tasks - visits;
    }
}
