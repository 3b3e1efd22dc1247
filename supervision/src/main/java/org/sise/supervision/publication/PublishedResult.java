package org.sise.supervision.publication;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.InspectionResult;
import org.sise.supervision.visit.VisitKind;

/**
 * A result as the public sees it: organ, object, kind and conclusion. It names no officer and says nothing of a complaint.
 *
 * @param task the task's number
 * @param business the business's credit code
 * @param name the business's name, or its code where the register has none
 * @param department the department that checked
 * @param kind the kind of check
 * @param plan the plan, or null
 * @param result what was found, as the ledger has it now
 * @param completedOn the day of completion
 * @param publishedAt when it was published
 * @param restated whether the result was stated again after it was first recorded
 */
public record PublishedResult(
        long task,
        String business,
        String name,
        String department,
        VisitKind kind,
        @Nullable String plan,
        InspectionResult result,
        LocalDate completedOn,
        Instant publishedAt,
        boolean restated) {}
