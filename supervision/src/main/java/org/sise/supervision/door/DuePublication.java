package org.sise.supervision.door;

import java.time.LocalDate;
import org.sise.core.record.InspectionResult;

/**
 * A result that waits for its publication.
 *
 * @param visit the visit
 * @param business the business's credit code
 * @param result the worst result of its tasks
 * @param completedOn the day on which the officers left
 * @param due the last day for its publication
 */
public record DuePublication(
        long visit, String business, InspectionResult result, LocalDate completedOn, LocalDate due) {}
