package org.sise.integrations.descriptor;

/**
 * A text for people in two languages.
 *
 * @param zh Chinese
 * @param en English
 */
public record Title(String zh, String en) {
    @Override
    public String toString() {
        return zh + " / " + en;
    }
}
