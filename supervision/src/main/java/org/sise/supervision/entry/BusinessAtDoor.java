package org.sise.supervision.entry;

import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;
import org.sise.core.record.BusinessStatus;
import org.sise.ledger.business.Business;

/**
 * The business at whose door somebody stands, as the register has it at that moment.
 *
 * @param code its credit code
 * @param name its name
 * @param address registered address, or null
 * @param region GB/T 2260 code, or null where the register does not say
 * @param status its state in the register
 * @param grade its present colour, or null while it has none
 */
public record BusinessAtDoor(
        String code,
        String name,
        @Nullable String address,
        @Nullable String region,
        BusinessStatus status,
        @Nullable Grade grade) {

    /** What of a business is said at its door. */
    public static BusinessAtDoor of(Business business) {
        return new BusinessAtDoor(
                business.code(),
                business.name(),
                business.address(),
                business.region(),
                business.status(),
                business.grade());
    }
}
