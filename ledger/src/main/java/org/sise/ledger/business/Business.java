package org.sise.ledger.business;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;
import org.sise.core.record.BusinessStatus;

/**
 * A business as it stands in the register today, with its present grade.
 *
 * @param code its credit code
 * @param name its name
 * @param legalForm the kind of business, or null
 * @param legalRepresentative the legal representative's name, or null
 * @param capital registered capital in yuan, or null
 * @param capitalText registered capital as the register words it, or null
 * @param industry GB/T 4754 code, or null
 * @param region GB/T 2260 code, or null
 * @param address registered address, or null
 * @param scope business scope, or null
 * @param status its state in the register
 * @param established day of establishment
 * @param grade its present grade, or null while it has none
 * @param score its present score, or null while it has none
 */
public record Business(
        String code,
        String name,
        @Nullable String legalForm,
        @Nullable String legalRepresentative,
        @Nullable BigDecimal capital,
        @Nullable String capitalText,
        @Nullable String industry,
        @Nullable String region,
        @Nullable String address,
        @Nullable String scope,
        BusinessStatus status,
        LocalDate established,
        @Nullable Grade grade,
        @Nullable BigDecimal score) {}
