package org.sise.scoring.policy;

/** How the contributions of an indicator's records become one number. */
public sealed interface Measure {
    /** Every record counts. */
    record Count() implements Measure {}

    /**
     * Every record counts, times the number in a field.
     *
     * @param unit how much of the field makes 1, such as 10 000 yuan; more than 0
     * @param missing the number taken for a record without that field, already in units
     */
    record Sum(String field, Points unit, Points missing) implements Measure {
        public Sum {
            if (unit.milli() <= 0) {
                throw new IllegalArgumentException("the unit must be more than 0: " + unit);
            }
        }
    }

    /** Only the newest record counts; of several of one day the one with the most points. */
    record Latest() implements Measure {}

    /** Only the record with the most points counts; of several the newest. */
    record Max() implements Measure {}

    /** For each value of a field only the record with the most points counts; records without it count singly. */
    record Distinct(String field) implements Measure {}
}
