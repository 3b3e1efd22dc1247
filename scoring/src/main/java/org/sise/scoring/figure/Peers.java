package org.sise.scoring.figure;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sise.core.digest.Sha256;

/**
 * The numbers of a population by which its members are ranked: for each percentile of a policy and each group, sorted. A
 * party is compared with the population of which the table was made, whether or not it has changed since.
 */
public final class Peers {
    /** Nobody: every percentile is missing. */
    public static final Peers NONE = new Peers(new TreeMap<>());

    private final TreeMap<Place.Group, long[]> tables;

    private Peers(TreeMap<Place.Group, long[]> tables) {
        this.tables = tables;
    }

    /** How many parties are ranked, over all groups and percentiles. */
    public long size() {
        long size = 0;
        for (long[] table : tables.values()) {
            size += table.length;
        }
        return size;
    }

    /** SHA-256 of all groups with their numbers, in lower-case hexadecimal: the same population gives the same. */
    public String digest() {
        MessageDigest digest = Sha256.digest();
        for (Map.Entry<Place.Group, long[]> entry : tables.entrySet()) {
            Place.Group group = entry.getKey();
            ByteBuffer bytes = ByteBuffer.allocate(
                    3 * Integer.BYTES + (group.apart().size() + entry.getValue().length) * Long.BYTES);
            bytes.putInt(group.figure()).putInt(group.band()).putInt(entry.getValue().length);
            group.apart().forEach(bytes::putLong);
            for (long value : entry.getValue()) {
                bytes.putLong(value);
            }
            digest.update(bytes.flip());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** All groups with their numbers, as {@link #of} reads them. */
    public byte[] toBytes() {
        int size = Integer.BYTES;
        for (Map.Entry<Place.Group, long[]> entry : tables.entrySet()) {
            size += 4 * Integer.BYTES + (entry.getKey().apart().size() + entry.getValue().length) * Long.BYTES;
        }
        ByteBuffer bytes = ByteBuffer.allocate(size).putInt(tables.size());
        tables.forEach((group, values) -> {
            bytes.putInt(group.figure()).putInt(group.band());
            bytes.putInt(group.apart().size()).putInt(values.length);
            group.apart().forEach(bytes::putLong);
            for (long value : values) {
                bytes.putLong(value);
            }
        });
        return bytes.array();
    }

    /** A population from its bytes. */
    public static Peers of(byte[] written) {
        ByteBuffer bytes = ByteBuffer.wrap(written);
        TreeMap<Place.Group, long[]> tables = new TreeMap<>();
        for (int left = bytes.getInt(); left > 0; left--) {
            int figure = bytes.getInt();
            int band = bytes.getInt();
            Long[] apart = new Long[bytes.getInt()];
            long[] values = new long[bytes.getInt()];
            for (int i = 0; i < apart.length; i++) {
                apart[i] = bytes.getLong();
            }
            for (int i = 0; i < values.length; i++) {
                values[i] = bytes.getLong();
            }
            tables.put(new Place.Group(figure, band, List.of(apart)), values);
        }
        return new Peers(tables);
    }

    /** The share of the other peers with a smaller number, in thousandths of a percent; {@code otherwise} in too small a group. */
    long percentile(Place place, int least, long otherwise) {
        long[] table = tables.get(place.group());
        if (table == null || table.length < least) {
            return otherwise;
        }
        int low = 0;
        int high = table.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (table[middle] < place.value()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        long others = table.length - 1L;
        return Math.min(100_000, (low * 100_000L + others / 2) / others);
    }

    /** Collects a population, party by party in any order. Not for several threads at once; one each, then merged. */
    public static final class Builder {
        private final Figures figures;
        private final Map<Place.Group, Growing> tables = new TreeMap<>();

        public Builder(Figures figures) {
            this.figures = figures;
        }

        /** Adds a party by its indicators' totals; figures and dimensions are filled in. */
        public void add(long[] values) {
            figures.evaluate(values, NONE);
            figures.rank(values, this);
        }

        /** Adds what another has collected. */
        public void addAll(Builder other) {
            other.tables.forEach((group, growing) -> {
                Growing mine = tables.computeIfAbsent(group, fresh -> new Growing());
                for (int i = 0; i < growing.size; i++) {
                    mine.add(growing.values[i]);
                }
            });
        }

        public Peers build() {
            TreeMap<Place.Group, long[]> sorted = new TreeMap<>();
            tables.forEach((group, growing) -> {
                long[] values = Arrays.copyOf(growing.values, growing.size);
                Arrays.sort(values);
                sorted.put(group, values);
            });
            return new Peers(sorted);
        }

        void add(Place place) {
            tables.computeIfAbsent(place.group(), fresh -> new Growing()).add(place.value());
        }
    }

    private static final class Growing {
        private long[] values = new long[8];
        private int size;

        void add(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }
    }
}
