package org.sise.supervision.plan;

/**
 * What is wrong with one field of a draft.
 *
 * @param field the field: {@code title}, {@code industries}, {@code regions}, {@code ratios.RED} and its like, {@code items},
 *     {@code mandatoryItems}, {@code itemsPerObject}, {@code inspectors}; {@code pool} for the objects that result
 * @param zh what is wrong and what is needed, in Chinese
 * @param en the same in English
 */
public record PlanFault(String field, String zh, String en) {

    /** The fault in one line, Chinese first. */
    public String message() {
        return field + ": " + zh + " / " + en;
    }
}
