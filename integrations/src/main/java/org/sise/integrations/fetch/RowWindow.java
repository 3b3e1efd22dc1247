package org.sise.integrations.fetch;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Digests of the rows that the next pull reads again: those from a bound on, which moves forward with the rows.
 *
 * @param <T> what rows are ordered by
 */
final class RowWindow<T extends Comparable<? super T>> {

    private final Deque<Run<T>> runs = new ArrayDeque<>();
    private byte[] digests = new byte[SeenRows.WIDTH * 64];
    private int start;
    private int end;

    private record Run<T>(T at, int start) {}

    /** Adds a row, whose place is not before any former row's. */
    void add(T at, byte[] digest) {
        Run<T> last = runs.peekLast();
        if (last == null || last.at().compareTo(at) != 0) {
            runs.addLast(new Run<>(at, end));
        }
        if (end == digests.length) {
            digests = Arrays.copyOf(digests, Math.multiplyExact(digests.length, 2));
        }
        System.arraycopy(digest, 0, digests, end, SeenRows.WIDTH);
        end += SeenRows.WIDTH;
    }

    /** Lets go of the rows before a bound. */
    void dropBefore(T bound) {
        while (!runs.isEmpty() && runs.getFirst().at().compareTo(bound) < 0) {
            runs.removeFirst();
        }
        start = runs.isEmpty() ? end : runs.getFirst().start();
        if (start > digests.length / 2) {
            shift();
        }
    }

    /** The digests, one behind the other. */
    byte[] digests() {
        return Arrays.copyOfRange(digests, start, end);
    }

    private void shift() {
        int by = start;
        System.arraycopy(digests, by, digests, 0, end - by);
        end -= by;
        start = 0;
        runs.addAll(
                runs.stream().map(run -> new Run<>(run.at(), run.start() - by)).toList());
        for (int n = runs.size() / 2; n > 0; n--) {
            runs.removeFirst();
        }
    }
}
