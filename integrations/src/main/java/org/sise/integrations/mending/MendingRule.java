package org.sise.integrations.mending;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/**
 * How one column's cells are mended. A cell that a rule does not fit stays as it is. Made from words, as a form, the
 * REST interface and the database hold a rule, by {@link RuleWords}.
 */
public sealed interface MendingRule {

    /** The column whose cells are mended. */
    String column();

    /**
     * The cell's new text.
     *
     * @param cell its present text; an absent cell is an empty text
     * @param row the whole row, from column to text
     */
    String mended(String cell, Map<String, String> row);

    /**
     * A cell of exactly this text becomes another.
     *
     * @param from the text that the whole cell must be
     */
    record Replace(String column, String from, String to) implements MendingRule {
        @Override
        public String mended(String cell, Map<String, String> row) {
            return cell.equals(from) ? to : cell;
        }
    }

    /**
     * Every match of a regular expression is replaced.
     *
     * @param pattern the expression, held to its bounds
     * @param to the replacement; {@code $1} to {@code $9} are groups
     */
    record Match(String column, BoundedPattern pattern, String to) implements MendingRule {
        @Override
        public String mended(String cell, Map<String, String> row) {
            return pattern.replaceAll(cell, to);
        }
    }

    /**
     * Full-width letters, digits and signs become half-width ones, and spaces are dealt with.
     *
     * @param spaces which spaces go
     */
    record Normalise(String column, Spaces spaces) implements MendingRule {
        @Override
        public String mended(String cell, Map<String, String> row) {
            return spaces.of(HalfWidth.of(cell));
        }
    }

    /**
     * The cell becomes a text.
     *
     * @param onlyEmpty whether a cell that holds something stays
     */
    record Constant(String column, String to, boolean onlyEmpty) implements MendingRule {
        @Override
        public String mended(String cell, Map<String, String> row) {
            return onlyEmpty && !cell.isEmpty() ? cell : to;
        }
    }

    /**
     * The cell becomes that of another column, unless that one is empty.
     *
     * @param from the other column
     * @param onlyEmpty whether a cell that holds something stays
     */
    record Copy(String column, String from, boolean onlyEmpty) implements MendingRule {
        @Override
        public String mended(String cell, Map<String, String> row) {
            String other = row.getOrDefault(from, "");
            boolean stays = other.isEmpty() || (onlyEmpty && !cell.isEmpty());
            return stays ? cell : other;
        }
    }

    /**
     * A day of a form becomes {@code yyyy-MM-dd}.
     *
     * @param form the form as it was given
     * @param formatter the same, strict
     */
    record Day(String column, String form, DateTimeFormatter formatter) implements MendingRule {
        @Override
        public String mended(String cell, Map<String, String> row) {
            try {
                return LocalDate.parse(HalfWidth.of(cell).strip(), formatter).toString();
            } catch (DateTimeException e) {
                return cell;
            }
        }
    }

    /** Which spaces a {@link Normalise} takes away. */
    enum Spaces {
        /** Those at both ends. */
        STRIP {
            @Override
            String of(String text) {
                return text.strip();
            }
        },
        /** Those at both ends, and all but one where several stand together. */
        COLLAPSE {
            @Override
            String of(String text) {
                return String.join(" ", text.strip().split("\\s+", -1));
            }
        },
        /** All. */
        REMOVE {
            @Override
            String of(String text) {
                return text.replaceAll("\\s", "");
            }
        };

        abstract String of(String text);
    }
}
