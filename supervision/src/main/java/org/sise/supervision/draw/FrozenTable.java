package org.sise.supervision.draw;

import java.util.List;
import org.sise.core.digest.Sha256;

/**
 * A frozen file: its bytes, of which the seed takes the digest, and the rows that they say.
 *
 * @param <T> what a row is
 */
public final class FrozenTable<T> {
    private final byte[] bytes;
    private final List<T> rows;

    private FrozenTable(byte[] bytes, List<T> rows) {
        this.bytes = bytes;
        this.rows = List.copyOf(rows);
    }

    /** The bytes of a file and the rows read from them. */
    static <T> FrozenTable<T> of(byte[] bytes, List<T> rows) {
        return new FrozenTable<>(bytes.clone(), rows);
    }

    /** These inspectors as {@code inspectors.csv}. */
    public static FrozenTable<Inspector> ofInspectors(List<Inspector> inspectors) {
        return new FrozenTable<>(FrozenCsv.INSPECTORS.write(inspectors, FrozenCsv::cells), inspectors);
    }

    /** These items as {@code items.csv}. */
    public static FrozenTable<CheckItem> ofItems(List<CheckItem> items) {
        return new FrozenTable<>(FrozenCsv.ITEMS.write(items, FrozenCsv::cells), items);
    }

    /** These recusals as {@code recusals.csv}. */
    public static FrozenTable<Recusal> ofRecusals(List<Recusal> recusals) {
        return new FrozenTable<>(FrozenCsv.RECUSALS.write(recusals, FrozenCsv::cells), recusals);
    }

    /** The rows in the file's order. */
    public List<T> rows() {
        return rows;
    }

    /** The file's bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** SHA-256 of the file, in lower-case hexadecimal. */
    public String digest() {
        return Sha256.hex(bytes);
    }
}
