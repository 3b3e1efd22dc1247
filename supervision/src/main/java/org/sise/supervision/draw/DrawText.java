package org.sise.supervision.draw;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/** What text may be inside hashed lines: no tab, no line break, no other control character, or two inputs could hash alike. */
final class DrawText {
    /** The order of the UTF-8 bytes, unsigned. */
    static final Comparator<String> BY_BYTES = (a, b) -> Arrays.compareUnsigned(utf8(a), utf8(b));

    private DrawText() {}

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Whether the text is without control characters and half surrogates; it may be empty. */
    static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c < ' ' || c == 0x7f) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                boolean pair = at + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(at + 1));
                if (!pair) {
                    return false;
                }
                at++;
            }
        }
        return true;
    }

    /** Whether the text can name something: plain and not empty. */
    static boolean isName(String text) {
        return !text.isEmpty() && isPlain(text);
    }

    static void require(String text, String what) {
        if (!isName(text)) {
            throw new IllegalArgumentException(
                    "A " + what + " is one line of text without tabs and not empty: '" + text + "'");
        }
    }

    /** Whether the text is 32 bytes in lower-case hexadecimal. */
    static boolean isHex32(String text) {
        return text.length() == 64 && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }
}
