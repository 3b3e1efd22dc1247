package org.sise.integrations.row;

import org.jspecify.annotations.Nullable;

/** What makes a text unfit to be kept as text. */
final class TextFaults {

    private TextFaults() {}

    /** The fault of a text with bytes that are no characters, or with NUL; else null. */
    static @Nullable RowFault of(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (MarkingReader.isMark(c)) {
                return RowFault.of(
                        Reason.UNDECODABLE,
                        "第%d个字符处有非法字节 0x%02X".formatted(i + 1, MarkingReader.byteOf(c)),
                        "byte 0x%02X at character %d is none of the feed's encoding"
                                .formatted(MarkingReader.byteOf(c), i + 1));
            }
            if (c == 0) {
                return RowFault.of(Reason.UNDECODABLE, "含有NUL字符", "it holds a NUL character");
            }
        }
        return null;
    }
}
