package org.sise.supervision.form;

/**
 * A column of a table that is filled in. A file may name it by either word.
 *
 * @param token its name in files of machines, such as {@code valid_until}
 * @param zh its name in Chinese, with which templates come
 */
public record Column(String token, String zh) {

    boolean isNamed(String header) {
        return header.equals(token) || header.equals(zh);
    }
}
