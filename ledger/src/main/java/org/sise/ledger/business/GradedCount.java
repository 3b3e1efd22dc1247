package org.sise.ledger.business;

import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;

/**
 * How many businesses have a colour in an industry.
 *
 * @param grade the colour
 * @param industry GB/T 4754 code, or null for those of which the register has none
 * @param businesses how many
 */
public record GradedCount(Grade grade, @Nullable String industry, long businesses) {}
