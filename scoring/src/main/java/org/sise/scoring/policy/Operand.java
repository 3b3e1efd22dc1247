package org.sise.scoring.policy;

/** What a figure is computed from. */
public sealed interface Operand {
    /** The total of an indicator, another figure, or the score of a dimension, by its id. */
    record Named(String id) implements Operand {}

    /** A number. */
    record Constant(Points value) implements Operand {}
}
