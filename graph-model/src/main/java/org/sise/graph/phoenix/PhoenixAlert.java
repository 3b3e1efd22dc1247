package org.sise.graph.phoenix;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A sign for a person to judge.
 *
 * @param sign what it looks like
 * @param businesses in the order in which they followed each other
 * @param parties the people and addresses that tie them together
 * @param records the ledger's records that say so, ascending
 */
public record PhoenixAlert(Sign sign, List<Integer> businesses, Set<Integer> parties, List<Long> records) {

    /** What it looks like. */
    public enum Sign {
        /** A business ended with debts, and its people opened the same trade at the same address. */
        REOPENED,
        /** A permit went from firm to firm at one address with the same people. */
        PERMIT_CHAIN,
        /** The legal representative of a red business heads a new one. */
        RED_REPRESENTATIVE
    }

    /** Sorts the parties. */
    public PhoenixAlert {
        businesses = List.copyOf(businesses);
        parties = new TreeSet<>(parties);
        records = records.stream().distinct().sorted().toList();
    }
}
