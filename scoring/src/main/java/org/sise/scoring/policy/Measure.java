package org.sise.scoring.policy;

import java.util.List;

/** How the contributions of an indicator's records become one number. */
public sealed interface Measure {
    /** Every record counts. */
    record Count() implements Measure {}

    /** Only the newest record counts; of several of one day the one with the most points. */
    record Latest() implements Measure {}

    /** Only the record with the most points counts; of several the newest. */
    record Max() implements Measure {}

    /**
     * Of the records with the same texts in all these fields only the one with the most points counts; records that lack
     * one of the fields count singly.
     */
    record Distinct(List<String> fields) implements Measure {
        public Distinct {
            fields = List.copyOf(fields);
            if (fields.isEmpty()) {
                throw new IllegalArgumentException("distinct by no field");
            }
        }
    }
}
