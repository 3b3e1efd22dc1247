package org.sise.core.record;

import org.jspecify.annotations.Nullable;
import org.sise.core.money.Yuan;

/**
 * A business's entry in the register (市场主体登记); its date is the day of establishment.
 *
 * @param header what every record says
 * @param name the business's name
 * @param legalForm the kind of business, as the register words it, or null
 * @param legalRepresentative the legal representative's or operator's name, or null
 * @param capital registered capital in renminbi, or null when not given or in another currency
 * @param capitalText registered capital as the register words it, or null
 * @param industry GB/T 4754-2017 code, or null
 * @param region GB/T 2260 code of the district that supervises it, or null
 * @param address registered address, or null
 * @param scope business scope, or null
 * @param status its state in the register
 */
public record Registration(
        RecordHeader header,
        String name,
        @Nullable String legalForm,
        @Nullable String legalRepresentative,
        @Nullable Yuan capital,
        @Nullable String capitalText,
        @Nullable String industry,
        @Nullable String region,
        @Nullable String address,
        @Nullable String scope,
        BusinessStatus status)
        implements CreditRecord {}
