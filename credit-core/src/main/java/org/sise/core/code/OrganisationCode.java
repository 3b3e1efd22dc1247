package org.sise.core.code;

/** The organisation code (组织机构代码) by GB 11714-1997: eight characters and a check character. */
public final class OrganisationCode {

    private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private OrganisationCode() {}

    /** Whether nine characters are an organisation code whose check character holds. */
    public static boolean holds(String text) {
        if (text.length() != WEIGHTS.length + 1) {
            return false;
        }
        for (int i = 0; i < WEIGHTS.length; i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return checkCharacter(text) == text.charAt(WEIGHTS.length);
    }

    /** The check character that belongs to the first eight characters, which must be digits or capital letters. */
    public static char checkCharacter(CharSequence first8) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            char c = first8.charAt(i);
            sum += (c <= '9' ? c - '0' : c - 'A' + 10) * WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    }
}
