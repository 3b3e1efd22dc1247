package org.sise.scoring.kernel;

/** Adds up the table's entries of each party's records: the loops that a population's grading spends its time in. */
final class Sums {
    private final int[] start;
    private final int[] word;
    private final char[] end;
    private final int[] row;
    private final int most;
    private final int tomorrow;
    private final int ended;

    Sums(Table table, Population population) {
        this.start = population.start;
        this.word = population.word;
        this.end = population.end;
        this.row = table.row;
        this.most = table.most;
        this.tomorrow = table.today + 1;
        this.ended = table.endedBy();
    }

    /** The two accumulators of the parties from the first on; what lies beyond {@link Table#most} records is left out. */
    void add(int first, int size, long[] entries, long[] kept, long[] even, long[] odd) {
        if (kept.length == 0 && end.length == 0) {
            addPlain(first, size, entries, even, odd);
        } else if (kept.length == 0) {
            addEnding(first, size, entries, even, odd);
        } else if (end.length == 0) {
            addKeeping(first, size, entries, kept, even, odd);
        } else {
            addEndingAndKeeping(first, size, entries, kept, even, odd);
        }
    }

    /** The two accumulators of some records of one party. */
    void addRange(int from, int to, long[] entries, long[] kept, long[] even, long[] odd) {
        long a = 0;
        long b = 0;
        for (int r = from; r < to; r++) {
            int w = word[r];
            int at = row[w >>> 16] + (w & 0xFFFF);
            if (end.length > 0) {
                at += ((end[r] - tomorrow) >> 31) & ended;
            }
            a += entries[2 * at];
            b = (kept.length == 0 ? b : b & kept[at]) + entries[2 * at + 1];
        }
        even[0] = a;
        odd[0] = b;
    }

    private void addPlain(int first, int size, long[] entries, long[] even, long[] odd) {
        int[] word = this.word;
        int[] row = this.row;
        int stop = start[first];
        for (int p = 0; p < size; p++) {
            int r = stop;
            stop = start[first + p + 1];
            int last = Math.min(stop, r + most);
            long a = 0;
            long b = 0;
            for (; r < last; r++) {
                int w = word[r];
                int at = 2 * (row[w >>> 16] + (w & 0xFFFF));
                a += entries[at];
                b += entries[at + 1];
            }
            even[p] = a;
            odd[p] = b;
        }
    }

    private void addEnding(int first, int size, long[] entries, long[] even, long[] odd) {
        int[] word = this.word;
        int[] row = this.row;
        char[] end = this.end;
        int stop = start[first];
        for (int p = 0; p < size; p++) {
            int r = stop;
            stop = start[first + p + 1];
            int last = Math.min(stop, r + most);
            long a = 0;
            long b = 0;
            for (; r < last; r++) {
                int w = word[r];
                int at = 2 * (row[w >>> 16] + (w & 0xFFFF) + (((end[r] - tomorrow) >> 31) & ended));
                a += entries[at];
                b += entries[at + 1];
            }
            even[p] = a;
            odd[p] = b;
        }
    }

    private void addKeeping(int first, int size, long[] entries, long[] kept, long[] even, long[] odd) {
        int[] word = this.word;
        int[] row = this.row;
        int stop = start[first];
        for (int p = 0; p < size; p++) {
            int r = stop;
            stop = start[first + p + 1];
            int last = Math.min(stop, r + most);
            long a = 0;
            long b = 0;
            for (; r < last; r++) {
                int w = word[r];
                int at = row[w >>> 16] + (w & 0xFFFF);
                a += entries[2 * at];
                b = (b & kept[at]) + entries[2 * at + 1];
            }
            even[p] = a;
            odd[p] = b;
        }
    }

    private void addEndingAndKeeping(int first, int size, long[] entries, long[] kept, long[] even, long[] odd) {
        int[] word = this.word;
        int[] row = this.row;
        char[] end = this.end;
        int stop = start[first];
        for (int p = 0; p < size; p++) {
            int r = stop;
            stop = start[first + p + 1];
            int last = Math.min(stop, r + most);
            long a = 0;
            long b = 0;
            for (; r < last; r++) {
                int w = word[r];
                int at = row[w >>> 16] + (w & 0xFFFF) + (((end[r] - tomorrow) >> 31) & ended);
                a += entries[2 * at];
                b = (b & kept[at]) + entries[2 * at + 1];
            }
            even[p] = a;
            odd[p] = b;
        }
    }
}
