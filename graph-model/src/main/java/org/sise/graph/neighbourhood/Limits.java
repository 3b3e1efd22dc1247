package org.sise.graph.neighbourhood;

/**
 * How far a neighbourhood reaches.
 *
 * @param depth steps from business to business, 1 to 4; by way of a person or body is one step
 * @param nodes nodes at most, the centre among them
 * @param businesses a person, body or other business with more businesses than this is shown but not followed
 */
public record Limits(int depth, int nodes, int businesses) {

    /** Two steps, 50 nodes, followed up to 50 businesses. */
    public static final Limits STANDARD = new Limits(2, 50, 50);

    private static final int DEEPEST = 4;

    /** @throws IllegalArgumentException when one of them is outside its limits */
    public Limits {
        if (depth < 1 || depth > DEEPEST) {
            throw new IllegalArgumentException("a depth of 1 to " + DEEPEST + " is needed, not " + depth);
        }
        if (nodes < 1 || businesses < 1) {
            throw new IllegalArgumentException("at least one node and one business are needed");
        }
    }
}
