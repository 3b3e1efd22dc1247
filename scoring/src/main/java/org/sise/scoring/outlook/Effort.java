package org.sise.scoring.outlook;

/**
 * How much an outlook may look at before it settles for less than the best answer. The unit is one record looked at in
 * one grading; a grading itself counts as {@value #GRADING} more.
 *
 * @param waiting for finding the first day without any repair
 * @param repairing for finding the smallest sets of repairs, and as much again for finding some sets if that was not
 *     enough
 */
public record Effort(long waiting, long repairing) {
    /** What one interactive answer may take. */
    public static final Effort USUAL = new Effort(2_000_000, 1_000_000);

    static final int GRADING = 20;

    public Effort {
        if (waiting < 1 || repairing < 1) {
            throw new IllegalArgumentException("some effort is needed: " + waiting + ", " + repairing);
        }
    }
}
