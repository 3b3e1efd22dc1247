package org.sise.core.person;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A telephone number in the one form that all its notations come to: of China area code and number without the trunk 0 or
 * the country's code, of other countries the digits behind {@code +}. Extensions are left out. Lengths are those of the
 * national numbering plan (电信网编号计划) and of ITU-T E.164.
 *
 * @param digits the number, such as {@code 2423456789}, {@code 13912345678} or {@code +85221234567}
 */
public record PhoneNumber(String digits) {

    private static final Pattern EXTENSION = Pattern.compile(
            "(?i)(?:[,，;；]?\\s*(?:转|分机|ext\\.?|x|#)\\s*[0-9]{1,6}|(?<=[0-9]{7})(?<!\\b1[3-9][0-9]{5})-[0-9]{1,6})$");
    private static final Pattern BETWEEN = Pattern.compile("[\\s()\\-‐-―−－·.]");
    private static final Pattern FOREIGN = Pattern.compile("(?:\\+|00)([1-9][0-9]{6,14})");
    private static final Pattern AREA = Pattern.compile("10|2[0-9]|[3-9][0-9]{2}");
    private static final Pattern LOCAL = Pattern.compile("[2-8][0-9]{6,7}");
    private static final Pattern NATIONAL =
            Pattern.compile("1[3-9][0-9]{9}|(?:10|2[0-9])[2-8][0-9]{7}|[3-9][0-9]{2}[2-8][0-9]{6,7}|[48]00[0-9]{7}");
    private static final Pattern ONE_DIGIT = Pattern.compile("([0-9])\\1*");
    private static final int CODE_AND_NUMBER = 12;

    /** What is accepted, in both languages; shows no number. */
    public static final String FORMS = "应为一个电话号码, 固定电话带区号 / must be one telephone number, with its area code unless it"
            + " is a mobile number: 024-XXXXXXXX, (024)XXXXXXXX, +86 24 XXXX XXXX, 1XXXXXXXXXX, 400-XXX-XXXX";

    /**
     * The number of a text, or null when it is none, is several, or lacks its area code.
     *
     * @param area the area code of a number that comes without one, with or without the trunk 0, or null
     */
    public static @Nullable PhoneNumber of(String text, @Nullable String area) {
        String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        String digits =
                BETWEEN.matcher(EXTENSION.matcher(narrow).replaceFirst("")).replaceAll("");
        String national = withoutCountry(digits);
        if (national == null) {
            Matcher foreign = FOREIGN.matcher(digits);
            return foreign.matches() ? new PhoneNumber("+" + foreign.group(1)) : null;
        }
        if (LOCAL.matcher(national).matches() && digits.equals(national)) {
            return area == null || ONE_DIGIT.matcher(national).matches()
                    ? null
                    : new PhoneNumber(withoutTrunk(area) + national);
        }
        String number = withoutTrunk(national);
        return NATIONAL.matcher(number).matches() && !ONE_DIGIT.matcher(number).matches()
                ? new PhoneNumber(number)
                : null;
    }

    /** Whether a text is an area code, with or without the trunk 0. */
    public static boolean isArea(String text) {
        return AREA.matcher(withoutTrunk(text)).matches();
    }

    /** The digits without China's code in any of its notations, or null when the number is another country's. */
    private static @Nullable String withoutCountry(String digits) {
        if (digits.startsWith("+86")) {
            return digits.substring(3);
        }
        if (digits.startsWith("0086")) {
            return digits.substring(4);
        }
        if (digits.startsWith("+") || digits.startsWith("00")) {
            return null;
        }
        return digits.startsWith("86") && digits.length() >= CODE_AND_NUMBER ? digits.substring(2) : digits;
    }

    private static String withoutTrunk(String digits) {
        return digits.startsWith("0") ? digits.substring(1) : digits;
    }

    /** Never shows the number. */
    @Override
    public String toString() {
        return "PhoneNumber[…]";
    }
}
