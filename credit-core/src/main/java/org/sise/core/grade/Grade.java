package org.sise.core.grade;

/**
 * A business's supervision grade, from the best to the worst. The order of the constants is the order of the grades.
 *
 * <p>A grade steers how often a business is inspected. It is an internal aid of the authority and never in itself the
 * ground of a punishment.
 */
public enum Grade {
    /** 蓝: low risk; not visited on the authority's own initiative, never exempt from a complaint. */
    BLUE,
    /** 黄: general risk. */
    YELLOW,
    /** 橙: raised risk. */
    ORANGE,
    /** 红: high risk. */
    RED;

    /** Whether this grade is better than the other one. */
    public boolean isBetterThan(Grade other) {
        return compareTo(other) < 0;
    }

    /** The worse of this grade and the other one. */
    public Grade worse(Grade other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
