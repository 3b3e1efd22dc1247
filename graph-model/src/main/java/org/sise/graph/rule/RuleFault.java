package org.sise.graph.rule;

/**
 * What is wrong at one place of a rule file.
 *
 * @param line line of the file, from 1
 * @param column column of the line, from 1
 * @param path the place in words, such as {@code guards.person}
 * @param message what is wrong and what to do about it, in Chinese and English
 */
public record RuleFault(int line, int column, String path, String message) {
    @Override
    public String toString() {
        return line + ":" + column + " " + (path.isEmpty() ? "" : path + ": ") + message;
    }
}
