package org.sise.server.demo;

import org.jspecify.annotations.Nullable;

/**
 * A company and its shops, which are branches with codes of their own.
 *
 * @param first index of the company; the shops follow it
 * @param shops how many shops
 */
record Shops(int first, int shops) {

    private static final int PLACE = 9;
    private static final int MOST_CHAINS = 40;
    private static final int FEWEST = 3;
    private static final int MOST = 8;

    /** The chain of a company or a shop, or null when it has none. */
    static @Nullable Shops of(long seed, int index, int businesses) {
        int place = index % Family.BLOCK;
        if (place < PLACE
                || place > PLACE + MOST
                || !Family.isChosen(index, Math.clamp(businesses / 500, 1, MOST_CHAINS), businesses)) {
            return null;
        }
        int first = index - place + PLACE;
        int shops = Math.min(new Dice(seed, "shops", first).between(FEWEST, MOST), businesses - first - 1);
        return index - first > shops ? null : new Shops(first, shops);
    }

    boolean isShop(int index) {
        return index > first;
    }
}
