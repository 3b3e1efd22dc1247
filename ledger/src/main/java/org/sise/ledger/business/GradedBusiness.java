package org.sise.ledger.business;

import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;

/**
 * What a pool of inspections needs of a business.
 *
 * @param code its credit code
 * @param grade its colour
 * @param industry GB/T 4754 code, or null where the register has none
 * @param urgency its place beneath the colour: the larger, the worse; 0 where the policy gives none
 */
public record GradedBusiness(
        String code, Grade grade, @Nullable String industry, double urgency) {}
