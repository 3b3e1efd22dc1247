package org.sise.integrations.mending;

/** Full-width forms of ASCII (U+FF01 to U+FF5E) and wide or unbreakable spaces, made ASCII. */
final class HalfWidth {

    private static final char FIRST = '！';
    private static final char LAST = '～';
    private static final int STEP = FIRST - '!';

    private HalfWidth() {}

    static String of(String text) {
        StringBuilder narrow = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= FIRST && c <= LAST) {
                narrow.append((char) (c - STEP));
            } else if (c == '\u3000' || c == '\u00a0' || c == '\u2007' || c == '\u202f') {
                narrow.append(' ');
            } else if (c != '\ufeff' && c != '\u200b') {
                narrow.append(c);
            }
        }
        return narrow.toString();
    }
}
