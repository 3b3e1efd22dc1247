package org.sise.scoring.grade;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The grade that a party has had so far.
 *
 * @param grade the grade's id; one that the policy does not know has no effect
 * @param since the as-of date from which the party has had it
 * @param rule the id of the rule that decided it; null: the score did
 */
public record Previous(
        String grade, LocalDate since, @Nullable String rule) {}
