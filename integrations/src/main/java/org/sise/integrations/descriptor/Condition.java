package org.sise.integrations.descriptor;

import java.util.List;

/**
 * A condition on one cell of a row.
 *
 * @param column the column
 * @param negated whether the words are those that the cell must not hold
 * @param words the words that the cell must hold one of, or none: the cell must hold anything at all
 */
public record Condition(String column, boolean negated, List<String> words) {
    /** Whether a cell meets this; an absent one is an empty text. */
    public boolean holds(String cell) {
        return words.isEmpty() ? !cell.isEmpty() : words.contains(cell) != negated;
    }
}
