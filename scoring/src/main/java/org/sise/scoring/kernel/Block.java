package org.sise.scoring.kernel;

/** What is known of some parties on the way from records to grades. Reused from block to block. */
final class Block {
    /** How many parties at most. */
    static final int SIZE = 256;

    /** The first party of the population in the block. */
    int first;

    /** How many parties. */
    int size;

    /** By accumulator and party. */
    final long[][] accumulators;

    /** By indicator and party, in thousandths of a point. */
    final long[][] values;

    /** By indicator and party: whether some record weighs. */
    final boolean[][] known;

    /** By rule and party: whether its records set it off. */
    final boolean[][] alarmed;

    /** The parties of which some rule may be set off, in no order, some of them several times. */
    final int[] maybeAlarmed;

    int alarmedParties;

    /** By dimension and party, in thousandths. */
    final long[][] dimensions;

    final long[] scores = new long[SIZE];

    /** -1: not applicable. */
    final int[] ranks = new int[SIZE];

    /** The deciding rule's place in the policy; -1: the score decides. */
    final int[] rules = new int[SIZE];

    Block(int accumulators, int indicators, int rules, int dimensions) {
        this.accumulators = new long[accumulators][SIZE];
        this.values = new long[indicators][SIZE];
        this.known = new boolean[indicators][SIZE];
        this.maybeAlarmed = new int[SIZE * (accumulators + 1)];
        this.alarmed = new boolean[rules][SIZE];
        this.dimensions = new long[dimensions][SIZE];
    }

    void noteAlarmed(int p) {
        maybeAlarmed[alarmedParties++] = p;
    }
}
