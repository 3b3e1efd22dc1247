package org.sise.integrations.row;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;

/** Texts that were decoded with marks, turned back into the bytes of the file. */
public final class RawBytes {

    private RawBytes() {}

    /** The bytes of a text; each mark becomes the byte that it stands for. */
    public static byte[] of(String text, Charset charset) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() * 2);
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            if (MarkingReader.isMark(text.charAt(i))) {
                out.writeBytes(text.substring(from, i).getBytes(charset));
                out.write(MarkingReader.byteOf(text.charAt(i)));
                from = i + 1;
            }
        }
        out.writeBytes(text.substring(from).getBytes(charset));
        return out.toByteArray();
    }
}
