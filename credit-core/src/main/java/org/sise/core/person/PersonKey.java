package org.sise.core.person;

/**
 * A natural person: the keyed hash of an identity number, from which the number cannot be told without the key.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record PersonKey(String hex) {
    /** @throws IllegalArgumentException when the text is not 64 lower-case hexadecimal digits */
    public PersonKey {
        if (hex.length() != 64 || !hex.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
            throw new IllegalArgumentException("not a person key: 64 lower-case hexadecimal digits are needed");
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
