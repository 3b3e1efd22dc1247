package org.sise.integrations.descriptor;

import java.util.List;
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
     * The severity of a penalty by its category and, for a fine, the record's amount.
     *
     * @param column the column of the category
     * @param when what must hold
     */
    record PenaltySeverity(String column, List<Condition> when) implements FieldMapping {}
}
