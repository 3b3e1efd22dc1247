package org.sise.scoring.kernel;

import java.util.Arrays;

/**
 * Adds up an indicator that counts each group's best record once, for a party with several records of one group, from
 * the table's entries. For one thread.
 */
final class Distincts {
    private final Table table;
    private final Population population;

    /** By group, what its best record gives, where the group is of this turn. */
    private long[] best = new long[16];

    private int[] turnOf = new int[16];
    private int turn;

    Distincts(Table table, Population population) {
        this.table = table;
        this.population = population;
    }

    /** The sum before the indicator's cap; all of the party's records fit a word. */
    long sum(Gauge gauge, int party) {
        Lane lane = gauge.sum;
        Lane count = gauge.count;
        if (lane == null || count == null) {
            return 0;
        }
        long[] sums = table.entries[lane.at];
        long[] counts = table.entries[count.at];
        long counted = count.mask << count.shift;
        int[] word = population.word;
        char[] end = population.end;
        int[] widths = population.widths;
        int keyAt = gauge.term.keyAt;
        int tomorrow = table.today + 1;
        int further = population.furtherStart[party];
        long sum = 0;
        turn++;
        for (int r = population.start[party]; r < population.start[party + 1]; r++) {
            int found = word[r] & RecordClasses.MOST;
            int at = table.row[word[r] >>> 16] + found;
            if (end.length > 0) {
                at += ((end[r] - tomorrow) >> 31) & table.endedBy();
            }
            if ((counts[at] & counted) != 0) {
                sum += more((int) population.further[further + keyAt], lane.of(sums[at]) * gauge.unit);
            }
            further += widths[found];
        }
        return sum;
    }

    /** What a record adds to the sum of the best of each group; a group below 0 is of its own. */
    private long more(int group, long given) {
        if (group < 0) {
            return given;
        }
        if (group >= best.length) {
            best = Arrays.copyOf(best, Math.max(group + 1, best.length * 2));
            turnOf = Arrays.copyOf(turnOf, best.length);
        }
        if (turnOf[group] != turn) {
            turnOf[group] = turn;
            best[group] = given;
            return given;
        }
        long before = best[group];
        best[group] = Math.max(before, given);
        return best[group] - before;
    }
}
