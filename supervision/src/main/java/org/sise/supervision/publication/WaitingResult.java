package org.sise.supervision.publication;

import java.time.LocalDate;
import java.util.List;
import org.sise.core.record.InspectionResult;

/**
 * A result that waits for its publication.
 *
 * @param visit the visit
 * @param business the business's credit code
 * @param name the business's name, or its code where the register has none
 * @param departments the departments whose results are published
 * @param result the worst result of the visit
 * @param completedOn the day on which the officers left
 * @param due the last working day for its publication, by the calendar as it is known now
 * @param dueThen the same by the calendar as it was known on the day of the visit
 */
public record WaitingResult(
        long visit,
        String business,
        String name,
        List<String> departments,
        InspectionResult result,
        LocalDate completedOn,
        LocalDate due,
        LocalDate dueThen) {

    /** Copies its list. */
    public WaitingResult {
        departments = List.copyOf(departments);
    }

    /** Whether a later notice on holidays has moved the last day. */
    public boolean isMoved() {
        return !due.equals(dueThen);
    }

    /** Whether the last day is over. */
    public boolean isOverdue(LocalDate today) {
        return due.isBefore(today);
    }
}
