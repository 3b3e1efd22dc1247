package org.sise.core.record;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A safety assessment (安全风险评估); its date is the day of the assessment.
 *
 * @param header what every record says
 * @param level the level of risk
 * @param score the assessment's own score, or null
 */
public record SafetyAssessment(
        RecordHeader header, SafetyLevel level, @Nullable BigDecimal score) implements CreditRecord {}
