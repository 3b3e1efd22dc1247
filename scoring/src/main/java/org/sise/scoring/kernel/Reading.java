package org.sise.scoring.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.FixedPoint;

/** Fills blocks with what the indicators and rules find in the records of a population. For one thread. */
final class Reading {
    private final Table table;
    private final Population population;
    private final Sums sums;
    private final Exact exact;
    private final Distincts distincts;
    private final Pieces pieces;
    private final int rules;

    /** By accumulator: the bits of the lanes of rules. */
    private final long[] alarmBits;

    Reading(Table table, Population population) {
        this.table = table;
        this.population = population;
        this.sums = new Sums(table, population);
        this.exact = new Exact(table, population);
        this.distincts = new Distincts(table, population);
        this.pieces = new Pieces(table, population, sums, exact);
        this.rules = table.alarms.size();
        this.alarmBits = new long[table.entries.length];
        for (Lane lane : table.alarmLanes) {
            if (lane != null) {
                alarmBits[lane.at] |= lane.mask << lane.shift;
            }
        }
    }

    /** Adds up the accumulators of the block's parties. */
    void add(Block block) {
        sums.add(block);
    }

    /** Reads the values of indicators and rules off the accumulators. */
    void read(Block block) {
        for (int i = 0; i < table.gauges.size(); i++) {
            read(table.gauges.get(i), block, block.values[i], block.known[i]);
        }
        block.alarmedParties = 0;
        for (boolean[] alarmed : block.alarmed) {
            Arrays.fill(alarmed, 0, block.size, false);
        }
        for (int a = 0; a < alarmBits.length; a++) {
            if (alarmBits[a] != 0) {
                readAlarms(a, block);
            }
        }
        readUnusual(block);
    }

    private void read(Gauge gauge, Block block, long[] values, boolean[] known) {
        Lane sum = gauge.sum;
        if (sum == null) {
            Arrays.fill(values, 0, block.size, 0);
        } else if (sum.replaced) {
            readLatest(gauge, sum, block, values);
        } else {
            readSum(gauge, sum, block.accumulators[sum.at], block.size, values);
        }
        if (gauge.asked) {
            readKnown(gauge.count == null ? sum : gauge.count, block, known);
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

    private static void readSum(Gauge gauge, Lane sum, long[] from, int size, long[] values) {
        int shift = sum.shift;
        long mask = sum.mask;
        long unit = gauge.unit;
        long most = gauge.term.bound;
        long least = -most;
        for (int p = 0; p < size; p++) {
            values[p] = Math.max(Math.min(((from[p] >>> shift) & mask) * unit, most), least);
        }
    }

    private static void readLatest(Gauge gauge, Lane sum, Block block, long[] values) {
        Lane count = gauge.count;
        if (count == null) {
            throw new IllegalStateException("no count of " + gauge.term.indicator.id());
        }
        long[] from = block.accumulators[sum.at];
        long[] counts = block.accumulators[count.at];
        long counted = count.mask << count.shift;
        int shift = sum.shift;
        long mask = sum.mask;
        long unit = gauge.unit;
        long most = gauge.term.bound;
        long least = -most;
        for (int p = 0; p < block.size; p++) {
            long number = counts[p] & counted;
            long any = (number | -number) >> 63;
            values[p] = Math.max(Math.min(((from[p] >>> shift) & mask & any) * unit, most), least);
        }
    }

    private static void readKnown(@Nullable Lane count, Block block, boolean[] known) {
        if (count == null) {
            Arrays.fill(known, 0, block.size, false);
            return;
        }
        long[] from = block.accumulators[count.at];
        long bits = count.mask << count.shift;
        for (int p = 0; p < block.size; p++) {
            known[p] = (from[p] & bits) != 0;
        }
    }

    /** Goes over the records of the parties whose sum is in doubt. */
    private void resolve(Gauge gauge, Lane doubt, Block block, long[] values, boolean[] known) {
        long[] from = block.accumulators[doubt.at];
        byte[] flags = population.flags;
        int onlyWith = gauge.onlyWith == 0 ? -1 : gauge.onlyWith;
        int always = gauge.onlyWith == 0 ? 1 : 0;
        for (int p = 0; p < block.size; p++) {
            int party = block.first + p;
            if (((flags[party] | always) & onlyWith) != 0 && doubt.of(from[p]) >= gauge.exactFrom) {
                resolve(gauge, party, p, values, known);
            }
        }
    }

    private void resolve(Gauge gauge, int party, int p, long[] values, boolean[] known) {
        if ((population.flags[party] & Population.ODD) != 0) {
            return;
        }
        if (gauge.isDistinct()) {
            values[p] = FixedPoint.clamp(distincts.sum(gauge, party), gauge.term.bound);
        } else {
            values[p] = FixedPoint.clamp(exact.sum(gauge.term, party), gauge.term.bound);
            known[p] = exact.known;
        }
    }

    private void readAlarms(int accumulator, Block block) {
        long[] from = block.accumulators[accumulator];
        long bits = alarmBits[accumulator];
        for (int p = 0; p < block.size; p++) {
            if ((from[p] & bits) != 0) {
                readAlarms(accumulator, from[p], block, p);
                block.noteAlarmed(p);
            }
        }
    }

    private void readAlarms(int accumulator, long sums, Block block, int p) {
        for (int r = 0; r < rules; r++) {
            Lane lane = table.alarmLanes.get(r);
            Alarm alarm = table.alarms.get(r);
            if (alarm != null && lane != null && lane.at == accumulator) {
                block.alarmed[r][p] = lane.of(sums) >= alarm.atLeast
                        && (alarm.endSlot <= 0 || exact.count(alarm, block.first + p) >= alarm.atLeast);
            }
        }
    }

    /** Parties with more records than the lanes hold, or with records that do not fit a word. */
    private void readUnusual(Block block) {
        int[] start = population.start;
        byte[] flags = population.flags;
        int most = table.most;
        for (int p = 0; p < block.size; p++) {
            int party = block.first + p;
            if ((flags[party] & Population.ODD) != 0) {
                readExactly(party, p, block);
                block.noteAlarmed(p);
            } else if (start[party + 1] - start[party] > most) {
                pieces.read(party, p, block);
                block.noteAlarmed(p);
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
