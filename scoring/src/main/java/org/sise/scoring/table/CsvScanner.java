package org.sise.scoring.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Reads the rows of a table in the form of RFC 4180, in UTF-8 with or without a byte order mark, lines ended by LF or
 * CRLF. Rows without any character are passed over. A row's fields lie unquoted one behind the other in {@link #bytes}.
 */
final class CsvScanner {
    /** What is wrong with the form of a row. */
    enum Form {
        SOUND,
        /** A quote stays open to the end of the file or beyond the longest row. */
        OPEN_QUOTE,
        /** A quote within a field that is not quoted, or characters after a field's closing quote. */
        STRAY_QUOTE,
        /** Longer than the longest row; the rest of its line is passed over. */
        TOO_LONG
    }

    private static final int LONGEST = Texts.LONGEST;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private long nextLine = 1;
    private long line;
    private byte[] row = new byte[1 << 10];
    private int length;
    private int[] ends = new int[64];
    private int fields;
    private Form form = Form.SOUND;

    CsvScanner(InputStream in) throws IOException {
        this.in = in;
        if (fill() && end >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF) {
            at = 3;
        }
    }

    /** Goes to the next row; false at the end of the file. */
    boolean next() throws IOException {
        do {
            if (at == end && !fill()) {
                return false;
            }
            read();
        } while (fields == 1 && length == 0 && form == Form.SOUND);
        return true;
    }

    /** The line on which the row begins, from 1. */
    long line() {
        return line;
    }

    Form form() {
        return form;
    }

    int fields() {
        return fields;
    }

    /** The row's bytes, which change with the next row. */
    byte[] bytes() {
        return row;
    }

    int from(int field) {
        return field == 0 ? 0 : ends[field - 1];
    }

    int to(int field) {
        return ends[field];
    }

    private void read() throws IOException {
        line = nextLine;
        length = 0;
        fields = 0;
        form = Form.SOUND;
        int begin = 0;
        boolean quoted = false;
        boolean closed = false;
        while (true) {
            if (at == end && !fill()) {
                form = quoted ? Form.OPEN_QUOTE : form;
                endField(!quoted && !closed);
                return;
            }
            byte b = buffer[at++];
            if (quoted) {
                if (b == '"') {
                    if (peek() == '"') {
                        at++;
                        put(b);
                    } else {
                        quoted = false;
                        closed = true;
                    }
                } else {
                    nextLine += b == '\n' ? 1 : 0;
                    put(b);
                    if (form == Form.TOO_LONG) {
                        form = Form.OPEN_QUOTE;
                        quoted = false;
                    }
                }
            } else if (b == ',') {
                endField(false);
                begin = length;
                closed = false;
            } else if (b == '\n') {
                nextLine++;
                endField(!closed);
                return;
            } else if (b == '"') {
                if (length == begin && !closed) {
                    quoted = true;
                } else {
                    stray();
                }
            } else if (closed && !(b == '\r' && peek() == '\n')) {
                stray();
            } else if (!closed) {
                at--;
                putPlain();
            }
        }
    }

    /** Takes the characters up to the next that may mean something. */
    private void putPlain() {
        int from = at;
        byte[] bytes = buffer;
        int stop = end;
        int i = from;
        while (i < stop && bytes[i] != ',' && bytes[i] != '\n' && bytes[i] != '"') {
            i++;
        }
        at = i;
        int count = i - from;
        if (length + count > LONGEST) {
            form = form == Form.SOUND ? Form.TOO_LONG : form;
            return;
        }
        if (length + count > row.length) {
            row = Arrays.copyOf(row, Math.max(length + count, row.length * 2));
        }
        System.arraycopy(bytes, from, row, length, count);
        length += count;
    }

    private void stray() {
        form = form == Form.SOUND ? Form.STRAY_QUOTE : form;
    }

    private void put(byte b) {
        if (length == LONGEST) {
            form = form == Form.SOUND ? Form.TOO_LONG : form;
            return;
        }
        if (length == row.length) {
            row = Arrays.copyOf(row, length * 2);
        }
        row[length++] = b;
    }

    /** Ends a field; at the end of a line the CR of its CRLF is no part of the field. */
    private void endField(boolean ofLine) {
        if (ofLine && length > (fields == 0 ? 0 : ends[fields - 1]) && row[length - 1] == '\r') {
            length--;
        }
        if (fields == ends.length) {
            ends = Arrays.copyOf(ends, fields * 2);
        }
        ends[fields++] = length;
    }

    private int peek() throws IOException {
        return at < end || fill() ? buffer[at] : -1;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.readNBytes(buffer, 0, buffer.length));
        return end > 0;
    }
}
