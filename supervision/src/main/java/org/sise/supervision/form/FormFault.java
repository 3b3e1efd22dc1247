package org.sise.supervision.form;

/**
 * What is wrong with one field of a table that was filled in.
 *
 * @param line the line, from 1
 * @param field the column, such as {@code valid_until}; empty where it is the line as a whole
 * @param value the text as given
 * @param problem what is wrong and what is needed, Chinese and English
 */
public record FormFault(int line, String field, String value, String problem) {

    /** The fault in one line. */
    public String message() {
        return "第" + line + "行 / line " + line + (field.isEmpty() ? "" : ", " + field) + " “" + value + "”: " + problem;
    }
}
