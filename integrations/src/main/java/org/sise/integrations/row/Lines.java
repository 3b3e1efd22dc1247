package org.sise.integrations.row;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a text, ended by LF, CR LF or CR; lines can be given back. A line's length is bounded. */
final class Lines {

    /** The longest line, and the longest row of several lines, in characters. */
    static final int LONGEST = 1 << 20;

    private final Reader reader;
    private final char[] buffer = new char[32 * 1024];
    private final Deque<Line> givenBack = new ArrayDeque<>();
    private int from;
    private int to;
    private int number;
    private boolean afterReturn;

    /**
     * A line.
     *
     * @param number its number from 1
     * @param text its text; of one that is too long only the beginning
     * @param tooLong whether it is longer than {@link #LONGEST}
     */
    record Line(int number, String text, boolean tooLong) {}

    Lines(Reader reader) {
        this.reader = reader;
    }

    @Nullable
    Line next() throws IOException {
        Line back = givenBack.pollFirst();
        return back != null ? back : read();
    }

    /** Gives lines back, to be read again in their order. */
    void giveBack(List<Line> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            givenBack.addFirst(lines.get(i));
        }
    }

    private @Nullable Line read() throws IOException {
        StringBuilder partial = null;
        boolean tooLong = false;
        while (true) {
            if (from == to) {
                from = 0;
                to = Math.max(0, reader.read(buffer, 0, buffer.length));
                if (to == 0) {
                    return partial == null ? null : new Line(++number, partial.toString(), tooLong);
                }
            }
            if (afterReturn) {
                afterReturn = false;
                if (buffer[from] == '\n') {
                    from++;
                    continue;
                }
            }
            int end = from;
            while (end < to && buffer[end] != '\n' && buffer[end] != '\r') {
                end++;
            }
            boolean ended = end < to;
            if (ended && partial == null) {
                Line line = new Line(++number, new String(buffer, from, end - from), false);
                step(end);
                return line;
            }
            partial = partial == null ? new StringBuilder() : partial;
            int room = LONGEST - partial.length();
            tooLong |= end - from > room;
            partial.append(buffer, from, Math.min(room, end - from));
            if (ended) {
                step(end);
                return new Line(++number, partial.toString(), tooLong);
            }
            from = to;
        }
    }

    private void step(int end) {
        afterReturn = buffer[end] == '\r';
        from = end + 1;
    }
}
