package org.sise.scoring.kernel;

import java.util.Arrays;

/**
 * Adds up an indicator that counts each group's best record once, for a party with several records of one group, from
 * the table's entries. For one thread.
 */
final class Distincts {
    private final Table table;
    private final Population population;

    private final int[] entry = new int[Table.MOST_RECORDS + 1];
    private final int[] further = new int[Table.MOST_RECORDS + 1];

    /** By group, what its best record gives, where the group is of this turn. */
    private long[] best = new long[16];

    private int[] turnOf = new int[16];
    private int turn;

    Distincts(Table table, Population population) {
        this.table = table;
        this.population = population;
    }

    /**
     * The sum before the indicator's cap. All of the party's records fit a word, and the lanes hold them.
     *
     * <p>First the records that weigh are picked without a branch, then they are added.
     */
    long sum(Gauge gauge, int party) {
        Lane lane = gauge.sum;
        Lane count = gauge.count;
        if (lane == null || count == null) {
            return 0;
        }
        int size = pick(table.entries[count.at], count.mask << count.shift, party);
        long[] sums = table.entries[lane.at];
        int keyAt = gauge.term.keyAt;
        long sum = 0;
        turn++;
        for (int i = 0; i < size; i++) {
            int group = (int) population.further[further[i] + keyAt];
            sum += more(group, lane.of(sums[entry[i]]) * gauge.unit);
        }
        return sum;
    }

    /** Notes the places of the party's records that weigh, in the table and among the further numbers. */
    private int pick(long[] counts, long counted, int party) {
        int[] row = table.row;
        int[] word = population.word;
        char[] end = population.end;
        int[] widths = population.widths;
        int[] entry = this.entry;
        int[] further = this.further;
        int tomorrow = table.today + 1;
        int ended = table.endedBy();
        int from = population.start[party];
        int records = population.start[party + 1] - from;
        int next = population.furtherStart[party];
        int size = 0;
        for (int i = 0; i < records; i++) {
            int w = word[from + i];
            int found = w & RecordClasses.MOST;
            int at = row[w >>> 16] + found;
            if (end.length > 0) {
                at += ((end[from + i] - tomorrow) >> 31) & ended;
            }
            entry[size] = at;
            further[size] = next;
            long number = counts[at] & counted;
            size += (int) ((number | -number) >>> 63);
            next += widths[found];
        }
        return size;
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
