package org.sise.supervision.draw;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.sise.core.merkle.MerkleFrontier;

/**
 * The frozen objects of a plan, each a stratum and a code, sorted by the bytes of their leaves {@code stratum TAB code}, none
 * twice. The order in which they were added leaves no trace. Millions of them are a few flat arrays.
 */
public final class ObjectPool {
    /** A Merkle subtree of this height is hashed in one go, and the go is one thread's. */
    private static final int SUBTREE_HEIGHT = 12;

    private final List<String> strata;
    private final int[] starts;
    private final byte[] text;
    private final int[] ends;
    private final Map<String, Integer> ordinals = new HashMap<>();

    /** Takes over arrays that {@link ObjectPoolBuilder} has sorted. */
    ObjectPool(List<String> strata, int[] starts, byte[] text, int[] ends) {
        this.strata = strata;
        this.starts = starts;
        this.text = text;
        this.ends = ends;
        for (int ordinal = 0; ordinal < strata.size(); ordinal++) {
            ordinals.put(strata.get(ordinal), ordinal);
        }
    }

    /** An empty builder for objects of these strata. */
    public static ObjectPoolBuilder of(List<String> strata) {
        return new ObjectPoolBuilder(strata);
    }

    /** The strata by the bytes of their names. */
    public List<String> strata() {
        return strata;
    }

    /** How many objects there are. */
    public int size() {
        return ends.length;
    }

    /** How many objects the stratum has; 0 for one that is not known. */
    public int size(String stratum) {
        Integer ordinal = ordinals.get(stratum);
        return ordinal == null ? 0 : starts[ordinal + 1] - starts[ordinal];
    }

    /** Whether the pool has this object. */
    public boolean contains(String stratum, String code) {
        byte[] wanted = DrawText.utf8(code);
        int low = start(stratum);
        int high = low + size(stratum) - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Arrays.compareUnsigned(text, from(middle), ends[middle], wanted, 0, wanted.length);
            if (order == 0) {
                return true;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return false;
    }

    /** The Merkle root over the leaves (RFC 9162 section 2.1.1), lower-case hexadecimal. */
    public String root() {
        int chunk = 1 << SUBTREE_HEIGHT;
        int full = size() >> SUBTREE_HEIGHT;
        List<byte[]> subtrees = IntStream.range(0, full)
                .parallel()
                .mapToObj(at -> frontier(at * chunk, (at + 1) * chunk).root())
                .toList();
        var whole = new MerkleFrontier();
        subtrees.forEach(subtree -> whole.appendSubtree(subtree, SUBTREE_HEIGHT));
        append(whole, full * chunk, size());
        return HexFormat.of().formatHex(whole.root());
    }

    private MerkleFrontier frontier(int from, int to) {
        var frontier = new MerkleFrontier();
        append(frontier, from, to);
        return frontier;
    }

    private void append(MerkleFrontier frontier, int from, int to) {
        int ordinal = -1;
        byte[] leaf = new byte[0];
        int prefix = 0;
        for (int at = from; at < to; at++) {
            while (ordinal < 0 || at >= starts[ordinal + 1]) {
                ordinal++;
                byte[] head = DrawText.utf8(strata.get(ordinal) + "\t");
                prefix = head.length;
                leaf = Arrays.copyOf(head, Math.max(prefix + 64, leaf.length));
            }
            int length = ends[at] - from(at);
            if (prefix + length > leaf.length) {
                leaf = Arrays.copyOf(leaf, prefix + 2 * length);
            }
            System.arraycopy(text, from(at), leaf, prefix, length);
            frontier.append(leaf, 0, prefix + length);
        }
    }

    /** The pool as {@code objects.csv}, in its own order. */
    byte[] toCsv() {
        var rows = new ArrayList<List<String>>(size());
        for (String stratum : strata) {
            int start = start(stratum);
            for (int at = start; at < start + size(stratum); at++) {
                rows.add(List.of(stratum, code(at)));
            }
        }
        return FrozenCsv.OBJECTS.write(rows, row -> row);
    }

    /** The index of the stratum's first object. */
    int start(String stratum) {
        return starts[Objects.requireNonNullElse(ordinals.get(stratum), 0)];
    }

    /** The code of the object at an index. */
    String code(int index) {
        return new String(text, from(index), ends[index] - from(index), StandardCharsets.UTF_8);
    }

    /** Writes the key of the object at an index by a key that was begun for its stratum. */
    void key(int index, DrawKey key, byte[] out) {
        int from = from(index);
        key.of(text, from, ends[index] - from, out);
    }

    private int from(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }
}
