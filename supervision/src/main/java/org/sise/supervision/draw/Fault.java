package org.sise.supervision.draw;

/**
 * Something in a published folder that cannot be drawn from.
 *
 * @param file the file's name
 * @param line the line from 1; 0 if it is the file as a whole
 * @param column the column's name, or the JSON field with its path; empty if it is the line as a whole
 * @param problem what is wrong, Chinese and English
 * @param remedy what to do, Chinese and English
 */
public record Fault(String file, int line, String column, String problem, String remedy) {
    /** Where it is: file, line, column. */
    public String place() {
        return file + (line == 0 ? "" : ":" + line) + (column.isEmpty() ? "" : " " + column);
    }

    @Override
    public String toString() {
        return place() + "  " + problem + "  → " + remedy;
    }
}
