package org.sise.grading.related;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;
import org.sise.core.record.RelatedRisk;

/**
 * A business to which a related party's conduct comes.
 *
 * @param code its credit code
 * @param name its name, or null where it is not registered
 * @param own its grade without it, or null while it has not been graded with it
 * @param grade its present grade, or null while it has none
 * @param risk what comes to it
 * @param record the number of the record that says so
 * @param since the day on which it was found to be so
 */
public record ExposedBusiness(
        String code,
        @Nullable String name,
        @Nullable Grade own,
        @Nullable Grade grade,
        RelatedRisk risk,
        long record,
        LocalDate since) {

    /** Whether its grade is another by it. */
    public boolean isMoved() {
        return own != null && grade != null && own != grade;
    }
}
