package org.sise.core.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Arrears of tax, wages or fees (欠缴); its date is the day on which they were established. The header's amount is the sum owed.
 *
 * @param header what every record says
 * @param matter what is owed
 * @param paidOn day of payment, or null while owed
 */
public record Arrears(
        RecordHeader header, String matter, @Nullable LocalDate paidOn) implements CreditRecord {}
