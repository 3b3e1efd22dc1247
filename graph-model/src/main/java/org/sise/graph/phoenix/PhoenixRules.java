package org.sise.graph.phoenix;

import java.util.Set;
import org.sise.core.record.RecordKind;

/**
 * When something is a sign.
 *
 * @param debts the kinds of records that count as debts or fines
 * @param reopenedMonths the new business is established so many months before or after the old one ends, at most
 * @param tradeDigits how many characters of the industry must be the same
 * @param leastPercent a holder of this percentage at least counts among a business's people
 * @param personBusinesses a person of more businesses than this ties nobody together
 * @param chainMonths the next firm's permit begins so many months after the last one's firm ended, at most, or before
 * @param chainFirms how many firms make a chain
 * @param redMonths a registration of the last so many months is new
 * @param addressBusinesses an address of more businesses than this ties nobody together
 * @param years of businesses that have not ended and are not red, those established in so many years are looked at
 */
public record PhoenixRules(
        Set<RecordKind> debts,
        int reopenedMonths,
        int tradeDigits,
        int leastPercent,
        int personBusinesses,
        int chainMonths,
        int chainFirms,
        int redMonths,
        int addressBusinesses,
        int years) {

    /** Copies. */
    public PhoenixRules {
        debts = Set.copyOf(debts);
    }
}
