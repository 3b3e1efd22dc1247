package org.sise.core.document;

import java.text.Normalizer;

/**
 * The number of an official document (文号), such as 沈市监处罚〔2026〕12号, in one notation: narrow digits and letters, no
 * spaces, and the brackets 〔〕 that GB/T 9704-2012 prescribes for the year, whatever brackets were written. Numbers that
 * differ only in notation are equal.
 *
 * @param value the number in that notation, not empty
 */
public record DocumentNumber(String value) implements Comparable<DocumentNumber> {

    /** @throws IllegalArgumentException when the text holds nothing but spaces */
    public DocumentNumber {
        value = normal(value);
        if (value.isEmpty()) {
            throw new IllegalArgumentException("文号为空 / the document number is empty");
        }
    }

    /** The number that a text writes. */
    public static DocumentNumber of(String text) {
        return new DocumentNumber(text);
    }

    /** Whether a text holds nothing but what its notation leaves as it is: the usual number, 沈市监处罚〔2026〕12号. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c >= '一' && c <= '\u9FA5'
                    || c >= '0' && c <= '9'
                    || c >= 'A' && c <= 'Z'
                    || c == '〔'
                    || c == '〕'
                    || c == '-';
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    private static String normal(String text) {
        if (isPlain(text)) {
            return text;
        }
        String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder kept = new StringBuilder(narrow.length());
        for (int i = 0; i < narrow.length(); i++) {
            char c = narrow.charAt(i);
            switch (c) {
                case '(', '[', '{', '【', '〖' -> kept.append('〔');
                case ')', ']', '}', '】', '〗' -> kept.append('〕');
                default -> {
                    if (!Character.isWhitespace(c)
                            && !Character.isSpaceChar(c)
                            && !Character.isISOControl(c)
                            && Character.getType(c) != Character.FORMAT) {
                        kept.append(c);
                    }
                }
            }
        }
        return Normalizer.normalize(kept, Normalizer.Form.NFKC);
    }

    @Override
    public int compareTo(DocumentNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
