package org.sise.scoring.kernel;

import java.util.Arrays;
import org.sise.scoring.policy.FixedPoint;

/** Fills blocks with what the indicators and rules find in the records of a population. For one thread. */
final class Reading {
    private final Table table;
    private final Population population;
    private final Sums sums;
    private final Exact exact;
    private final int rules;

    Reading(Table table, Population population) {
        this.table = table;
        this.population = population;
        this.sums = new Sums(table, population);
        this.exact = new Exact(table, population);
        this.rules = table.alarms.size();
    }

    /** Adds up the accumulators of the block's parties. */
    void add(Block block) {
        int first = block.first;
        int size = block.size;
        for (int pair = 0; pair < table.entries.length; pair++) {
            sums.add(
                    first,
                    size,
                    table.entries[pair],
                    table.kept[pair],
                    block.accumulators[2 * pair],
                    block.accumulators[2 * pair + 1]);
        }
    }

    /** Reads the values of indicators and rules off the accumulators. */
    void read(Block block) {
        for (int i = 0; i < table.gauges.size(); i++) {
            read(table.gauges.get(i), block, block.values[i], block.known[i]);
        }
        for (int r = 0; r < rules; r++) {
            readAlarm(r, block);
        }
        for (int p = 0; p < block.size; p++) {
            int party = block.first + p;
            if ((population.flags[party] & Population.ODD) != 0 || population.records(party) > table.most) {
                readExactly(party, p, block);
            }
        }
    }

    private void read(Gauge gauge, Block block, long[] values, boolean[] known) {
        Lane sum = gauge.sum;
        Lane count = gauge.count;
        if (sum == null) {
            Arrays.fill(values, 0, block.size, 0);
            Arrays.fill(known, 0, block.size, false);
        } else if (sum.replaced) {
            readLatest(gauge, sum, block.accumulators[sum.at], block.size, values, known);
        } else {
            readSum(gauge, sum, block.accumulators[sum.at], block.size, values, known);
        }
        if (count != null) {
            readCount(count, block, known);
        }
        if (gauge.doubt != null) {
            resolve(gauge, gauge.doubt, block, values, known);
        }
        long absent = gauge.term.absent;
        if (absent != 0) {
            for (int p = 0; p < block.size; p++) {
                values[p] = known[p] ? values[p] : absent;
            }
        }
    }

    private static void readSum(Gauge gauge, Lane sum, long[] from, int size, long[] values, boolean[] known) {
        int shift = sum.shift;
        long mask = sum.mask;
        long unit = gauge.unit;
        long bound = gauge.term.bound;
        for (int p = 0; p < size; p++) {
            long units = (from[p] >>> shift) & mask;
            values[p] = Math.max(Math.min(units * unit, bound), -bound);
            known[p] = units != 0;
        }
    }

    private static void readLatest(Gauge gauge, Lane sum, long[] from, int size, long[] values, boolean[] known) {
        int shift = sum.shift;
        long mask = sum.mask;
        long unit = gauge.unit;
        long bound = gauge.term.bound;
        for (int p = 0; p < size; p++) {
            long units = (from[p] >>> shift) & mask;
            values[p] = Math.max(Math.min(Math.max(units - 1, 0) * unit, bound), -bound);
            known[p] = units != 0;
        }
    }

    private static void readCount(Lane count, Block block, boolean[] known) {
        long[] from = block.accumulators[count.at];
        int shift = count.shift;
        long mask = count.mask;
        for (int p = 0; p < block.size; p++) {
            known[p] = ((from[p] >>> shift) & mask) != 0;
        }
    }

    /** Goes over the records of the parties whose sum is in doubt. */
    private void resolve(Gauge gauge, Lane doubt, Block block, long[] values, boolean[] known) {
        long[] from = block.accumulators[doubt.at];
        byte onlyWith = gauge.onlyWith;
        for (int p = 0; p < block.size; p++) {
            int party = block.first + p;
            if (doubt.of(from[p]) >= gauge.exactFrom && (onlyWith == 0 || (population.flags[party] & onlyWith) != 0)) {
                values[p] = FixedPoint.clamp(exact.sum(gauge.term, party), gauge.term.bound);
                known[p] = exact.known;
            }
        }
    }

    private void readAlarm(int r, Block block) {
        Alarm alarm = table.alarms.get(r);
        Lane lane = table.alarmLanes.get(r);
        if (alarm == null || lane == null) {
            return;
        }
        long[] from = block.accumulators[lane.at];
        boolean[] alarmed = block.alarmed[r];
        int atLeast = alarm.atLeast;
        int shift = lane.shift;
        long mask = lane.mask;
        for (int p = 0; p < block.size; p++) {
            alarmed[p] = ((from[p] >>> shift) & mask) >= atLeast;
        }
        if (alarm.endSlot > 0) {
            for (int p = 0; p < block.size; p++) {
                alarmed[p] = alarmed[p] && exact.count(alarm, block.first + p) >= atLeast;
            }
        }
    }

    private void readExactly(int party, int p, Block block) {
        for (int i = 0; i < table.gauges.size(); i++) {
            Term term = table.gauges.get(i).term;
            long sum = exact.sum(term, party);
            block.known[i][p] = exact.known;
            block.values[i][p] = exact.known ? FixedPoint.clamp(sum, term.bound) : term.absent;
        }
        for (int r = 0; r < rules; r++) {
            Alarm alarm = table.alarms.get(r);
            block.alarmed[r][p] = alarm != null && exact.count(alarm, party) >= alarm.atLeast;
        }
    }
}
