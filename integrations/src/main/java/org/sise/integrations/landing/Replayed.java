package org.sise.integrations.landing;

import java.util.List;
import org.sise.integrations.row.RowFault;
import org.sise.ledger.record.Appended;

/** What became of a quarantined row that was mapped once more. */
public sealed interface Replayed {

    /**
     * It landed.
     *
     * @param records what the ledger did with its records
     */
    record Landed(Appended records) implements Replayed {}

    /**
     * It is good, but its business is not registered yet; it lands by itself.
     *
     * @param code the business
     */
    record Waits(String code) implements Replayed {}

    /**
     * It is still at fault.
     *
     * @param faults what is wrong
     */
    record Refused(List<RowFault> faults) implements Replayed {}

    /** In one word: {@code landed}, {@code waits}, {@code refused}. */
    static String word(Replayed replayed) {
        return switch (replayed) {
            case Landed _ -> "landed";
            case Waits _ -> "waits";
            case Refused _ -> "refused";
        };
    }
}
