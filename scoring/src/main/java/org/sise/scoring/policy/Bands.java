package org.sise.scoring.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bands of a score, each with a name: a level of a dimension, or a grade. {@code from} is inside, {@code to} is not.
 *
 * @param bands ascending, without gap or overlap, the last without end
 */
public record Bands(List<Band> bands) {
    /**
     * One band.
     *
     * @param from null: from the very lowest
     * @param to null: to the very highest
     */
    public record Band(
            String name, @Nullable Points from, @Nullable Points to) {
        public Band {
            if (from != null && to != null && from.compareTo(to) >= 0) {
                throw new IllegalArgumentException("band %s is empty: %s to %s".formatted(name, from, to));
            }
        }
    }

    public Bands {
        bands = List.copyOf(bands);
        if (bands.isEmpty()) {
            throw new IllegalArgumentException("no band");
        }
        for (int i = 1; i < bands.size(); i++) {
            Points end = bands.get(i - 1).to();
            if (end == null || !end.equals(bands.get(i).from())) {
                throw new IllegalArgumentException(
                        "gap or overlap before band " + bands.get(i).name());
            }
        }
        if (bands.getLast().to() != null) {
            throw new IllegalArgumentException("the last band has no end");
        }
    }

    /** The index of the band that holds the score; below the first band it is the first. */
    public int indexOf(long milli) {
        int last = bands.size() - 1;
        for (int i = 0; i < last; i++) {
            Points end = bands.get(i).to();
            if (end != null && milli < end.milli()) {
                return i;
            }
        }
        return last;
    }
}
