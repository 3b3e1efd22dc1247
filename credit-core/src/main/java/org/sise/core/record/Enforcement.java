package org.sise.core.record;

import org.jspecify.annotations.Nullable;

/**
 * A court enforcement (司法执行); its date is the day of filing. The header's amount is the sum enforced.
 *
 * @param header what every record says
 * @param court the court
 * @param defaulter whether the business is listed as a defaulter (失信被执行人), or null when not known
 */
public record Enforcement(
        RecordHeader header, String court, @Nullable Boolean defaulter) implements CreditRecord {}
