package org.sise.ledger.grade;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;

/**
 * The colour that a business had at a time.
 *
 * @param since the day for which the first grade of that colour without another between was made
 * @param rule the id of the rule that decided the last of these grades; null: the score did
 */
public record GradeSoFar(
        String subject,
        Grade grade,
        LocalDate since,
        @Nullable String rule) {}
