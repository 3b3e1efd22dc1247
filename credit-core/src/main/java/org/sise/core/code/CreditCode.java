package org.sise.core.code;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A unified social credit code (统一社会信用代码) by GB 32100-2015: 18 characters, the last a check character.
 *
 * @param value the code, upper case, its check character verified
 */
public record CreditCode(String value) implements Comparable<CreditCode> {

    /** Length of a code, in characters. */
    public static final int LENGTH = 18;

    /** The characters of a code in the order of their values, 0 to 30: digits and capital letters without I, O, S, V, Z. */
    public static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final int MODULUS = 31;
    private static final byte[] VALUES = values();
    private static final byte[] WEIGHTS = weights();

    /** @throws IllegalArgumentException when the text is not a code, with the reason */
    public CreditCode {
        String fault = fault(value);
        if (fault != null) {
            throw new IllegalArgumentException(fault);
        }
    }

    /** The business's organisation code by GB 11714: characters 9 to 17. Its own check character may not hold. */
    public String organisationCode() {
        return value.substring(8, 17);
    }

    /** The registration authority's administrative division by GB/T 2260: characters 3 to 8, six digits. */
    public String regionCode() {
        return value.substring(2, 8);
    }

    /** The check character that belongs to the first 17 characters, which must be of the code's alphabet. */
    public static char checkCharacter(CharSequence first17) {
        int sum = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += valueOf(first17.charAt(i)) * WEIGHTS[i];
        }
        return ALPHABET.charAt((MODULUS - sum % MODULUS) % MODULUS);
    }

    /** Why the text is not a code, in Chinese and English, or null when it is one. */
    static @Nullable String fault(String text) {
        if (text.length() != LENGTH) {
            return "应为18位, 实为%d位 / has %d characters, not 18".formatted(text.length(), text.length());
        }
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(i);
            if (valueOf(c) < 0) {
                return "第%d位“%s”不在代码字符集内 / character %d, '%s', is not in the alphabet%s"
                        .formatted(i + 1, c, i + 1, c, lookalike(c));
            }
            if (i >= 2 && i < 8 && c > '9') {
                return "第3至8位应为数字 / characters 3 to 8 must be digits, character %d is '%s'".formatted(i + 1, c);
            }
        }
        char expected = checkCharacter(text);
        if (expected != text.charAt(LENGTH - 1)) {
            return "校验位应为%s, 实为%s / the check character should be %s, it is %s"
                    .formatted(expected, text.charAt(LENGTH - 1), expected, text.charAt(LENGTH - 1));
        }
        return null;
    }

    private static String lookalike(char c) {
        return switch (c) {
            case 'O' -> " (0?)";
            case 'I' -> " (1?)";
            case 'Z' -> " (2?)";
            case 'S' -> " (5?)";
            case 'V' -> " (U?)";
            default -> "";
        };
    }

    private static int valueOf(char c) {
        return c < VALUES.length ? VALUES[c] : -1;
    }

    private static byte[] values() {
        byte[] values = new byte[128];
        Arrays.fill(values, (byte) -1);
        for (int i = 0; i < ALPHABET.length(); i++) {
            values[ALPHABET.charAt(i)] = (byte) i;
        }
        return values;
    }

    private static byte[] weights() {
        byte[] weights = new byte[LENGTH - 1];
        int weight = 1;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (byte) weight;
            weight = weight * 3 % MODULUS;
        }
        return weights;
    }

    @Override
    public int compareTo(CreditCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
