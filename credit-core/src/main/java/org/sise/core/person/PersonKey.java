package org.sise.core.person;

/**
 * A natural person: the keyed hash of an identity number, from which the number cannot be told without the key.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record PersonKey(String hex) {
    /** @throws IllegalArgumentException when the text is not 64 lower-case hexadecimal digits */
    public PersonKey {
        if (hex.length() != 64 || !isHexadecimal(hex)) {
            throw new IllegalArgumentException("not a person key: 64 lower-case hexadecimal digits are needed");
        }
    }

    private static boolean isHexadecimal(String hex) {
        for (int i = 0; i < hex.length(); i++) {
            char c = hex.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return hex;
    }
}
