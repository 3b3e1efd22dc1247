package org.sise.scoring.kernel;

/**
 * Adds up the table's entries of each party's records: the loops that a population's grading spends its time in.
 *
 * <p>They run over the records of a block without regard to the parties. An accumulator whose lanes add up runs on from
 * party to party, modulo 2^64, and a party's own sum is the difference of what it was after the party's last record and
 * before its first. An accumulator whose lanes are replaced runs on as well; it tells of the party where the party has
 * such a record at all, which another lane counts. So no branch depends on where a party ends.
 */
final class Sums {
    /** The most records of a block. */
    static final int ROOM = 4096;

    private final Table table;
    private final int[] start;
    private final int[] word;
    private final char[] end;
    private final int[] row;
    private final int tomorrow;
    private final int ended;
    private final int[] entry = new int[ROOM];
    private final long[] running = new long[ROOM + 1];

    Sums(Table table, Population population) {
        this.table = table;
        this.start = population.start;
        this.word = population.word;
        this.end = population.end;
        this.row = table.row;
        this.tomorrow = table.today + 1;
        this.ended = table.endedBy();
    }

    /** The accumulators of the block's parties; of a party with more records than there is room for they tell nothing. */
    void add(Block block) {
        int from = start[block.first];
        int size = start[block.first + block.size] - from;
        if (size > ROOM) {
            return;
        }
        locate(from, size);
        for (int a = 0; a < table.entries.length; a++) {
            if (a < table.adding) {
                add(table.entries[a], size);
                difference(block.first, block.size, from, block.accumulators[a]);
            } else {
                replace(table.entries[a], table.kept[a], size);
                last(block.first, block.size, from, block.accumulators[a]);
            }
        }
    }

    /** One accumulator after some records of one party. */
    long over(int from, int to, int accumulator) {
        long[] entries = table.entries[accumulator];
        long[] kept = table.kept[accumulator];
        long sum = 0;
        for (int r = from; r < to; r++) {
            int at = row[word[r] >>> 16] + (word[r] & 0xFFFF);
            if (end.length > 0) {
                at += ((end[r] - tomorrow) >> 31) & ended;
            }
            sum = (kept.length == 0 ? sum : sum & kept[at]) + entries[at];
        }
        return sum;
    }

    /** The records' places in the table. */
    private void locate(int from, int size) {
        int[] word = this.word;
        int[] row = this.row;
        int[] entry = this.entry;
        if (end.length == 0) {
            for (int i = 0; i < size; i++) {
                int w = word[from + i];
                entry[i] = row[w >>> 16] + (w & 0xFFFF);
            }
            return;
        }
        char[] end = this.end;
        int tomorrow = this.tomorrow;
        int ended = this.ended;
        for (int i = 0; i < size; i++) {
            int w = word[from + i];
            entry[i] = row[w >>> 16] + (w & 0xFFFF) + (((end[from + i] - tomorrow) >> 31) & ended);
        }
    }

    private void add(long[] entries, int size) {
        int[] entry = this.entry;
        long[] running = this.running;
        long sum = 0;
        for (int i = 0; i < size; i++) {
            sum += entries[entry[i]];
            running[i + 1] = sum;
        }
    }

    private void replace(long[] entries, long[] kept, int size) {
        int[] entry = this.entry;
        long[] running = this.running;
        long last = 0;
        for (int i = 0; i < size; i++) {
            int at = entry[i];
            last = (last & kept[at]) + entries[at];
            running[i + 1] = last;
        }
    }

    private void difference(int first, int parties, int from, long[] into) {
        int[] start = this.start;
        long[] running = this.running;
        long before = 0;
        for (int p = 0; p < parties; p++) {
            long after = running[start[first + p + 1] - from];
            into[p] = after - before;
            before = after;
        }
    }

    private void last(int first, int parties, int from, long[] into) {
        int[] start = this.start;
        long[] running = this.running;
        for (int p = 0; p < parties; p++) {
            into[p] = running[start[first + p + 1] - from];
        }
    }
}
