package org.sise.supervision.draw;

/**
 * A public value that nobody knew when the plan was committed.
 *
 * @param source where it comes from, for example a drand round; {@code none} for a draw without a beacon
 * @param value the value itself, empty exactly if the source is {@code none}
 */
public record Beacon(String source, String value) {
    /** The beacon of a draw without one. */
    public static final Beacon NONE = new Beacon("none", "");

    /** Checks itself. */
    public Beacon {
        DrawText.require(source, "beacon source");
        if (!DrawText.isPlain(value) || value.isEmpty() != source.equals("none")) {
            throw new IllegalArgumentException(
                    "A beacon has a value of one line, and none exactly if its source is none");
        }
    }

    /** Whether the draw rests on its committed secret alone, which is weaker. */
    public boolean isNone() {
        return value.isEmpty();
    }
}
