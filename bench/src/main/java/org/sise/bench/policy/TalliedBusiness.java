package org.sise.bench.policy;

import java.util.Arrays;

/** A business with what its records come to: the features on which a rule engine decides. Public for Drools. */
public final class TalliedBusiness {

    final long[] sums;
    final int[] counts;
    final boolean fresh;
    private long score;
    private int grade;

    TalliedBusiness(int tallies, int triggers, boolean fresh) {
        this.sums = new long[tallies];
        this.counts = new int[triggers];
        this.fresh = fresh;
    }

    /** Adds thousandths of points to an indicator. */
    public void add(int tally, long points) {
        sums[tally] += points;
    }

    /** Counts a record for a veto or floor. */
    public void count(int trigger) {
        counts[trigger]++;
    }

    public long getScore() {
        return score;
    }

    public boolean isFresh() {
        return fresh;
    }

    public int getCount0() {
        return counts[0];
    }

    public int getCount1() {
        return counts[1];
    }

    public int getCount2() {
        return counts[2];
    }

    public int getCount3() {
        return counts[3];
    }

    public int getCount4() {
        return counts[4];
    }

    /** The grade is this one or worse. */
    public void raise(int least) {
        grade = Math.max(grade, least);
    }

    int grade() {
        return grade;
    }

    void ungrade() {
        grade = 0;
    }

    void clear() {
        Arrays.fill(sums, 0);
        Arrays.fill(counts, 0);
        grade = 0;
    }

    void score(Scheme scheme) {
        score = scheme.score(sums);
    }
}
