package org.sise.graph.neighbourhood;

/**
 * How far a neighbourhood reaches.
 *
 * @param depth steps from business to business, 1 to 4; by way of a person, body, address or telephone is one step
 * @param nodes nodes at most, the centre among them, 1 to 500
 */
public record Limits(int depth, int nodes) {

    /** Two steps, 50 nodes. */
    public static final Limits STANDARD = new Limits(2, 50);

    /** The most nodes. */
    public static final int MOST_NODES = 500;

    private static final int DEEPEST = 4;

    /** @throws IllegalArgumentException when one of them is outside its limits */
    public Limits {
        if (depth < 1 || depth > DEEPEST) {
            throw new IllegalArgumentException("a depth of 1 to " + DEEPEST + " is needed, not " + depth);
        }
        if (nodes < 1 || nodes > MOST_NODES) {
            throw new IllegalArgumentException("1 to " + MOST_NODES + " nodes are needed, not " + nodes);
        }
    }
}
