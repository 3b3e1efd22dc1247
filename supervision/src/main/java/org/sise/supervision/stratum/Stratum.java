package org.sise.supervision.stratum;

import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;

/**
 * A stratum of a pool. Its name in published files is the colour, then the industry's risk where that counts, then {@code
 * WORST} where its businesses are taken by their order and not by lot: {@code RED}, {@code ORANGE-HIGH-WORST}. Those set aside
 * for pure random checks are {@code ANY}.
 *
 * @param grade the colour, or null for those of any colour
 * @param risk the risk of the industry, or null where all risks of the colour have one ratio
 * @param worst whether all of it is taken: those that come first in the order beneath the colour
 */
public record Stratum(@Nullable Grade grade, @Nullable Risk risk, boolean worst) {

    /** The one of pure random checks, of any colour and risk. */
    public static final Stratum ANY = new Stratum(null, null, false);

    private static final String SEPARATOR = "-";
    private static final String WORST = "WORST";
    private static final String ANY_NAME = "ANY";

    /** @throws IllegalArgumentException where one of any colour has a risk or is of the worst */
    public Stratum {
        if (grade == null && (risk != null || worst)) {
            throw new IllegalArgumentException("a stratum of any colour is of any risk, and taken by lot");
        }
    }

    /**
     * The stratum of a name.
     *
     * @throws IllegalArgumentException for a name that is none
     */
    public static Stratum of(String name) {
        if (name.equals(ANY_NAME)) {
            return ANY;
        }
        String[] parts = name.split(SEPARATOR, -1);
        boolean worst = parts.length > 1 && parts[parts.length - 1].equals(WORST);
        int rest = worst ? parts.length - 1 : parts.length;
        if (rest > 2) {
            throw new IllegalArgumentException("no stratum is called " + name);
        }
        return new Stratum(Grade.valueOf(parts[0]), rest == 2 ? Risk.valueOf(parts[1]) : null, worst);
    }

    /** Its name in published files. */
    public String name() {
        return grade == null
                ? ANY_NAME
                : grade + (risk == null ? "" : SEPARATOR + risk) + (worst ? SEPARATOR + WORST : "");
    }

    /** The one of its worst. */
    public Stratum ofWorst() {
        return new Stratum(grade, risk, true);
    }

    /** How a business of it comes to be drawn. */
    public Selection selection() {
        if (grade == null) {
            return Selection.ANY;
        }
        return worst ? Selection.WORST : Selection.RANDOM_SHARE;
    }
}
