package org.sise.server.demo;

import org.jspecify.annotations.Nullable;

/**
 * Two or three firms in a row of which each goes on where the one before left off: the same people, the same address, the
 * same trade.
 *
 * @param first index of the first firm
 * @param kind how they go on
 */
record Successor(int first, Kind kind) {

    private static final int PLACE = 24;
    private static final int MOST = 12;
    private static final int BUSINESSES_A_CASE = 1_500;

    /** How firms go on. */
    enum Kind {
        /** One is fined, closes, and opens again. */
        REOPENED(2),
        /** The head of a business that is red registers another. */
        RED_HEAD(2),
        /** Three firms, each closing as the next takes a permit for the same. */
        PERMIT_CHAIN(3);

        private final int firms;

        Kind(int firms) {
            this.firms = firms;
        }
    }

    /** The case of a business, or null when it has none. */
    static @Nullable Successor of(int index, int businesses) {
        int wanted = Math.clamp(businesses / BUSINESSES_A_CASE, 1, MOST);
        if (index % Family.BLOCK < PLACE || !Family.isChosen(index, wanted, businesses)) {
            return null;
        }
        Kind kind = switch ((int) ((long) index / Family.BLOCK * wanted / Math.max(1, businesses / Family.BLOCK)) % 4) {
            case 1 -> Kind.RED_HEAD;
            case 3 -> Kind.PERMIT_CHAIN;
            default -> Kind.REOPENED;
        };
        int first = index / Family.BLOCK * Family.BLOCK + PLACE;
        return index < first + kind.firms && first + kind.firms <= businesses ? new Successor(first, kind) : null;
    }

    /** A firm's place among them, from 0. */
    int placeOf(int index) {
        return index - first;
    }

    boolean isLast(int index) {
        return placeOf(index) == kind.firms - 1;
    }

    /** Whether a firm has closed. */
    boolean isClosed(int index) {
        return !isLast(index) && kind != Kind.RED_HEAD;
    }

    /** How many days ago a firm behind the first was established; the one before it closed ten days earlier. */
    int daysSinceFounded(int index) {
        return kind == Kind.PERMIT_CHAIN ? 260 - 100 * placeOf(index) : 90 + first % 7 * 20;
    }

    /** How conduct shows of a firm, by its name in the table of conducts. */
    String conduct(int index) {
        return placeOf(index) > 0 ? "good" : kind == Kind.RED_HEAD ? "bad" : "poor";
    }
}
