package org.sise.scoring.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.FixedPoint;

/** Reads a party with more records than the lanes hold, in pieces that they hold. For one thread. */
final class Pieces {
    private final Table table;
    private final Population population;
    private final Sums sums;
    private final Exact exact;

    /** By accumulator, of one piece. */
    private final long[] piece;

    /** By indicator, over all pieces. */
    private final long[] units;

    private final long[] counts;
    private final long[] doubts;

    /** By rule, over all pieces. */
    private final long[] alarms;

    Pieces(Table table, Population population, Sums sums, Exact exact) {
        this.table = table;
        this.population = population;
        this.sums = sums;
        this.exact = exact;
        this.piece = new long[table.entries.length];
        this.units = new long[table.gauges.size()];
        this.counts = new long[units.length];
        this.doubts = new long[units.length];
        this.alarms = new long[table.alarms.size()];
    }

    void read(int party, int p, Block block) {
        addUp(party);
        for (int i = 0; i < units.length; i++) {
            Gauge gauge = table.gauges.get(i);
            Term term = gauge.term;
            long sum = units[i] * gauge.unit;
            boolean known = gauge.count == null ? units[i] != 0 : counts[i] != 0;
            if (gauge.doubt != null
                    && doubts[i] >= gauge.exactFrom
                    && (gauge.onlyWith == 0 || (population.flags[party] & gauge.onlyWith) != 0)) {
                sum = exact.sum(term, party);
                known = exact.known;
            }
            block.known[i][p] = known;
            block.values[i][p] = known || term.absent == 0 ? FixedPoint.clamp(sum, term.bound) : term.absent;
        }
        for (int r = 0; r < alarms.length; r++) {
            Alarm alarm = table.alarms.get(r);
            block.alarmed[r][p] = alarm != null
                    && alarms[r] >= alarm.atLeast
                    && (alarm.endSlot <= 0 || exact.count(alarm, party) >= alarm.atLeast);
        }
    }

    private void addUp(int party) {
        Arrays.fill(units, 0);
        Arrays.fill(counts, 0);
        Arrays.fill(doubts, 0);
        Arrays.fill(alarms, 0);
        int stop = population.start[party + 1];
        for (int from = population.start[party]; from < stop; from += table.most) {
            int to = Math.min(from + table.most, stop);
            for (int a = 0; a < piece.length; a++) {
                piece[a] = sums.over(from, to, a);
            }
            addPiece();
        }
    }

    private void addPiece() {
        for (int i = 0; i < units.length; i++) {
            Gauge gauge = table.gauges.get(i);
            long count = of(gauge.count);
            if (gauge.sum == null || !gauge.sum.replaced) {
                units[i] += of(gauge.sum);
            } else if (count != 0) {
                units[i] = of(gauge.sum);
            }
            counts[i] += count;
            doubts[i] += of(gauge.doubt);
        }
        for (int r = 0; r < alarms.length; r++) {
            alarms[r] += of(table.alarmLanes.get(r));
        }
    }

    private long of(@Nullable Lane lane) {
        return lane == null ? 0 : lane.of(piece[lane.at]);
    }
}
