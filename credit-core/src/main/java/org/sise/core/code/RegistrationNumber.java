package org.sise.core.code;

/** The former business registration number (工商注册号) by GS 15-2006: 15 digits, the last a check digit. */
public final class RegistrationNumber {

    private static final int LENGTH = 15;

    private RegistrationNumber() {}

    /** Whether the text has the form of a registration number; its check digit may not hold. */
    public static boolean hasForm(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Whether the check digit of a text that has the form holds, by ISO 7064 MOD 11,10. */
    public static boolean checkDigitHolds(String text) {
        int product = 10;
        for (int i = 0; i < LENGTH - 1; i++) {
            int sum = (product + text.charAt(i) - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (product + text.charAt(LENGTH - 1) - '0') % 10 == 1;
    }
}
