package org.sise.scoring.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Factors by age in complete months: {@code from} is inside, {@code to} is not. A fact is n months old or more when its
 * date is on or before the day n months before the as-of date; so a fact of exactly twelve months is in the band that
 * begins at 12.
 *
 * @param bands from 0, without gap or overlap; a fact older than the last {@code to} weighs nothing
 * @param endsInside whether instead {@code to} is inside and the next band's {@code from} is not, so that a fact of exactly
 *     twelve months is in the band that ends at 12
 */
public record AgeBands(List<AgeBand> bands, boolean endsInside) {
    /**
     * One band.
     *
     * @param to null: without end
     * @param factor 0 to 10
     */
    public record AgeBand(int from, @Nullable Integer to, Points factor) {
        public AgeBand {
            if (from < 0 || (to != null && to <= from) || factor.milli() < 0 || factor.milli() > 10_000) {
                throw new IllegalArgumentException("no age band: from %d to %s factor %s".formatted(from, to, factor));
            }
        }
    }

    /** Any age, factor 1. */
    public static final AgeBands ANY = new AgeBands(List.of(new AgeBand(0, null, Points.ONE)));

    /**
     * A weight that halves with every so many months: after n complete months the factor is 2^(−n / halfLife), rounded
     * half up to a thousandth, and nothing from {@code until} months on.
     *
     * @param halfLife months, 1 or more
     * @param until months, 1 or more
     */
    public static AgeBands halving(int halfLife, int until) {
        if (halfLife < 1 || until < 1) {
            throw new IllegalArgumentException("a half-life and its end are one month at least");
        }
        List<AgeBand> bands = new ArrayList<>();
        int from = 0;
        for (int month = 0; month < until; month++) {
            if (month + 1 == until || halved(halfLife, month + 1) != halved(halfLife, month)) {
                bands.add(new AgeBand(from, month + 1, new Points(halved(halfLife, month))));
                from = month + 1;
            }
        }
        return new AgeBands(bands);
    }

    private static long halved(int halfLife, int months) {
        return Math.round(1000 * StrictMath.pow(2, -(double) months / halfLife));
    }

    public AgeBands {
        bands = List.copyOf(bands);
        Integer next = 0;
        for (AgeBand band : bands) {
            if (next == null || band.from() != next) {
                throw new IllegalArgumentException("gap or overlap before month " + band.from());
            }
            next = band.to();
        }
        if (bands.isEmpty()) {
            throw new IllegalArgumentException("no age band");
        }
    }

    /** Bands with {@code from} inside and {@code to} outside. */
    public AgeBands(List<AgeBand> bands) {
        this(bands, false);
    }

    /** The newest day, as an epoch day, on which a fact is older than the band; {@link Long#MIN_VALUE} without an end. */
    public long end(int band, LocalDate asOf) {
        Integer to = bands.get(band).to();
        return to == null ? Long.MIN_VALUE : asOf.minusMonths(to).toEpochDay() - (endsInside ? 1 : 0);
    }

    /** The largest factor. */
    public Points largest() {
        Points largest = Points.ZERO;
        for (AgeBand band : bands) {
            largest = band.factor().compareTo(largest) > 0 ? band.factor() : largest;
        }
        return largest;
    }
}
