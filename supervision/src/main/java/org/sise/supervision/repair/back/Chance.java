package org.sise.supervision.repair.back;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sise.ledger.record.StoredRecord;
import org.sise.supervision.repair.pack.Elsewhere;
import org.sise.supervision.repair.pack.RepairPack;
import org.sise.supervision.repair.pack.Terms;

/**
 * What the rules say today of one record in effect.
 *
 * @param pack the rules, or null where none are known
 * @param terms its class and days, or null where such records are not repaired
 * @param apply first day on which repair may be applied for, today at the earliest; null where it cannot be, or where
 *     publicity ends before
 * @param decided the day by which it is decided if it is applied for on that day and the limits are kept; null likewise
 * @param elsewhere what leads to its end where others decide, or null
 */
public record Chance(
        StoredRecord record,
        @Nullable RepairPack pack,
        @Nullable Terms terms,
        @Nullable LocalDate apply,
        @Nullable LocalDate decided,
        @Nullable Elsewhere elsewhere) {
    /** Whether it can be repaired. */
    public boolean isOpen() {
        return decided != null;
    }
}
