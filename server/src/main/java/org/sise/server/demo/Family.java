package org.sise.server.demo;

import org.jspecify.annotations.Nullable;

/**
 * Two to eight companies in a row that belong together.
 *
 * @param first index of the first
 * @param size how many
 * @param shape how they hold each other
 */
record Family(int first, int size, Shape shape) {

    /** Businesses are looked at in blocks of this size, each with one family at most at its beginning. */
    static final int BLOCK = 40;

    private static final int LARGEST = 8;

    /** How the companies of a family hold each other. */
    enum Shape {
        /** One person holds each directly. */
        PERSON,
        /** The first holds the others. */
        STAR,
        /** Each holds the next. */
        CHAIN,
        /** The first holds the others, and the second and third hold each other. */
        CROSS,
        /** Each holds the one before, and the first the last. */
        CYCLE
    }

    /** The family of a business, or null when it has none. */
    static @Nullable Family of(long seed, int index, int businesses) {
        int first = index / BLOCK * BLOCK;
        if (index - first >= LARGEST) {
            return null;
        }
        Dice dice = new Dice(seed, "family", first);
        boolean none = dice.percent(20);
        int size = Math.min(dice.between(2, LARGEST), businesses - first);
        if (none || size < 2 || index - first >= size) {
            return null;
        }
        Shape shape = switch (dice.below(10)) {
            case 0, 1, 2 -> Shape.PERSON;
            case 3, 4, 5 -> Shape.STAR;
            case 6, 7 -> Shape.CHAIN;
            case 8 -> size < 3 ? Shape.STAR : Shape.CROSS;
            default -> Shape.CYCLE;
        };
        return new Family(first, size, shape);
    }

    /** Whether the block of a business is one of so many, which lie evenly over the city. */
    static boolean isChosen(int index, int wanted, int businesses) {
        long blocks = Math.max(1, businesses / BLOCK);
        long block = index / BLOCK;
        return block * wanted / blocks != (block + 1) * wanted / blocks;
    }

    /** A member's place in the family, from 0. */
    int placeOf(int index) {
        return index - first;
    }
}
