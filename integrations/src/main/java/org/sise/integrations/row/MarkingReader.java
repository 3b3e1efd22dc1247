package org.sise.integrations.row;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Decodes bytes to characters, and each byte that is no character to the private-use character U+F700 + byte: nothing
 * is lost and the place is marked. A character of that range in the file itself counts as such a mark.
 */
final class MarkingReader extends Reader {

    private static final char MARK = '\uF700';
    private static final char LAST_MARK = '\uF7FF';
    private static final int BUFFER = 64 * 1024;

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).limit(0);
    private boolean ended;
    private boolean flushed;

    MarkingReader(InputStream in, Charset charset) {
        this.in = in;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    static boolean isMarked(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (isMark(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    static boolean isMark(char c) {
        return c >= MARK && c <= LAST_MARK;
    }

    static byte byteOf(char mark) {
        return (byte) (mark - MARK);
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        CharBuffer out = CharBuffer.wrap(into, from, length).slice();
        while (out.position() == 0) {
            if (flushed) {
                return -1;
            }
            if (!ended && bytes.remaining() < 16) {
                fill();
            }
            CoderResult result = decoder.decode(bytes, out, ended);
            if (result.isError()) {
                if (out.remaining() < result.length()) {
                    if (out.position() > 0) {
                        break;
                    }
                    throw new IOException("a reader needs room for %d characters".formatted(result.length()));
                }
                for (int i = 0; i < result.length(); i++) {
                    out.put((char) (MARK + (bytes.get() & 0xFF)));
                }
            } else if (result.isUnderflow() && ended) {
                flushed = decoder.flush(out).isUnderflow();
            } else if (result.isUnderflow()) {
                fill();
            }
        }
        return out.position();
    }

    private void fill() throws IOException {
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (count < 0) {
            ended = true;
        } else {
            bytes.position(bytes.position() + count);
        }
        bytes.flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
