package org.sise.integrations.descriptor;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a record's field comes from. */
public sealed interface FieldMapping {

    /** What must hold of the row for the field to be there at all. */
    List<Condition> when();

    /**
     * A cell.
     *
     * @param column the column
     * @param conversion how its text becomes the field's
     * @param fallback the field's text when the cell is empty, or null
     * @param when what must hold
     */
    record Cell(
            String column, Conversion conversion, @Nullable String fallback, List<Condition> when)
            implements FieldMapping {}

    /**
     * A text made of several cells, or of a part of one.
     *
     * @param columns the columns, at least one
     * @param join what stands between the cells that are not empty; or null: the first that is not empty is taken
     * @param part what is taken of the text: the first group of the first place that is like this, or nothing; or null:
     *     all of it
     * @param conversion how the text becomes the field's
     * @param fallback the field's text when there is none, or null
     * @param when what must hold
     */
    record Composed(
            List<String> columns,
            @Nullable String join,
            @Nullable Pattern part,
            Conversion conversion,
            @Nullable String fallback,
            List<Condition> when)
            implements FieldMapping {}

    /**
     * The same for every row.
     *
     * @param text the field's text
     * @param when what must hold
     */
    record Constant(String text, List<Condition> when) implements FieldMapping {}

    /**
     * A natural person's key, by identity number or, where there is none, by name at the record's subject.
     *
     * @param number column of the identity number, or null
     * @param name column of the name, or null
     * @param when what must hold
     */
    record Person(@Nullable String number, @Nullable String name, List<Condition> when) implements FieldMapping {}

    /**
     * A telephone number's key.
     *
     * @param column column of the number
     * @param area the area code of numbers that come without one, or null where such a number is a fault
     * @param when what must hold
     */
    record Phone(String column, @Nullable String area, List<Condition> when) implements FieldMapping {}

    /**
     * The severity of a penalty by its category and, for a fine, the record's amount.
     *
     * @param columns the columns of the category, at least one
     * @param when what must hold
     */
    record PenaltySeverity(List<String> columns, List<Condition> when) implements FieldMapping {
        /** The first column. */
        public String column() {
            return columns.getFirst();
        }
    }
}
