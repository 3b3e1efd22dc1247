package org.sise.scoring.kernel;

import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.figure.Figures;
import org.sise.scoring.figure.Peers;
import org.sise.scoring.policy.GradeLevel;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.policy.Rule;

/** The grades of a population by a policy as of a date, by the number of the party. May be shared between threads. */
public final class Grades {
    private final Policy policy;
    private final LocalDate asOf;
    private final Population population;
    private final Table table;
    private final byte[] ranks;
    private final long[] scores;
    private final short[] rules;

    private final Figures figures;
    private final Peers peers;

    /** By accumulator and party; empty where they were not kept. */
    private final long[][] kept;

    Grades(Policy policy, Table table, Population population, Figures figures, Peers peers, boolean keep) {
        this.policy = policy;
        this.asOf = table.asOf;
        this.table = table;
        this.population = population;
        this.figures = figures;
        this.peers = peers;
        this.ranks = new byte[population.size()];
        this.scores = new long[population.size()];
        this.rules = new short[population.size()];
        this.kept = new long[keep ? table.entries.length : 0][population.size()];
    }

    public Policy policy() {
        return policy;
    }

    public LocalDate asOf() {
        return asOf;
    }

    public Population population() {
        return population;
    }

    /** The number of parties. */
    public int size() {
        return ranks.length;
    }

    /** The grade's rank, 0 for the best; -1: the policy is not for the party. */
    public int rank(int party) {
        return ranks[party];
    }

    /** The grade; null: the policy is not for the party. */
    public @Nullable GradeLevel grade(int party) {
        return ranks[party] < 0 ? null : policy.grades().get(ranks[party]);
    }

    /** The score in thousandths of a point; 0 where the policy is not for the party. */
    public long score(int party) {
        return scores[party];
    }

    /** The place of the deciding rule among the policy's rules; -1: the score alone decides. */
    public int rule(int party) {
        return rules[party];
    }

    /** The deciding rule; null: the score alone decides. */
    public @Nullable Rule decisive(int party) {
        return rules[party] < 0 ? null : policy.rules().get(rules[party]);
    }

    /**
     * What each indicator of the policy gives, in thousandths of a point, in the order of the policy, caps and absence
     * included.
     */
    public long[] contributions(int party) {
        Block block = one(party);
        long[] contributions = new long[block.values.length];
        for (int i = 0; i < contributions.length; i++) {
            contributions[i] = block.values[i][0];
        }
        return contributions;
    }

    /** Each dimension's score in thousandths of a point, in the order of the policy. */
    public long[] dimensions(int party) {
        long[] numbers = numbers(party);
        return Arrays.copyOfRange(numbers, figures.dimension(0), numbers.length);
    }

    /**
     * Indicators, figures and dimensions in thousandths, in the order of {@link Figures}; what is not known is
     * {@link org.sise.scoring.policy.FixedPoint#MISSING}. Of an indicator whose absence tells nothing, and which nothing
     * in the policy asks about, 0 may stand for that.
     */
    public long[] numbers(int party) {
        return new Judge(policy, table, population, figures, peers).numbers(one(party), 0);
    }

    /** The population that percentiles were taken from. */
    public Peers peers() {
        return peers;
    }

    /** The number of parties by rank; those that the policy is not for come last. */
    public int[] distribution() {
        int[] counts = new int[policy.grades().size() + 1];
        for (byte rank : ranks) {
            counts[rank < 0 ? counts.length - 1 : rank]++;
        }
        return counts;
    }

    void take(Block block) {
        for (int p = 0; p < block.size; p++) {
            ranks[block.first + p] = (byte) block.ranks[p];
            scores[block.first + p] = block.scores[p];
            rules[block.first + p] = (short) block.rules[p];
        }
        for (int a = 0; a < kept.length; a++) {
            System.arraycopy(block.accumulators[a], 0, kept[a], block.first, block.size);
        }
    }

    private Block one(int party) {
        Block block = Kernel.block(policy, table);
        block.first = party;
        block.size = 1;
        Reading reading = new Reading(table, population);
        if (kept.length == 0) {
            reading.add(block);
        } else {
            for (int a = 0; a < kept.length; a++) {
                block.accumulators[a][0] = kept[a][party];
            }
        }
        reading.read(block);
        return block;
    }
}
