package org.sise.supervision.correction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a business has to put right.
 *
 * @param id its number
 * @param business the business's credit code
 * @param name the business's name, or its code where the register has none
 * @param visit the visit in which it was found
 * @param departments the departments whose tasks had the item in that visit
 * @param item the check item
 * @param matter what has to be put right, in words
 * @param orderedOn the day of the order
 * @param due the last day
 * @param firstDue the last day as it was ordered at first
 * @param state where it stands
 * @param exempted whether no penalty follows if it is put right in time
 * @param changedAt when it came to its state
 */
public record Correction(
        long id,
        String business,
        String name,
        long visit,
        List<String> departments,
        String item,
        String matter,
        LocalDate orderedOn,
        LocalDate due,
        LocalDate firstDue,
        CorrectionState state,
        boolean exempted,
        Instant changedAt) {

    /** Copies its list. */
    public Correction {
        departments = List.copyOf(departments);
    }
}
