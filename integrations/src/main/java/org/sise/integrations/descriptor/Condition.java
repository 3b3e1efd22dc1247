package org.sise.integrations.descriptor;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A condition on one cell of a row.
 *
 * @param column the column
 * @param negated whether the words or the pattern are those that the cell must not hold
 * @param words the words that the cell must hold one of, or none: the cell must hold anything at all
 * @param pattern what the whole cell must be like, or null; there are no words then
 */
public record Condition(
        String column,
        boolean negated,
        List<String> words,
        @Nullable Pattern pattern) {

    /** By words, or by there being anything at all. */
    public Condition(String column, boolean negated, List<String> words) {
        this(column, negated, words, null);
    }

    /** Whether a cell meets this; an absent one is an empty text. */
    public boolean holds(String cell) {
        if (pattern != null) {
            return pattern.matcher(cell).matches() != negated;
        }
        return words.isEmpty() ? !cell.isEmpty() : words.contains(cell) != negated;
    }
}
