package org.sise.scoring.kernel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.FixedPoint;
import org.sise.scoring.policy.Indicator;
import org.sise.scoring.policy.Policy;

/**
 * A policy as of a date, as a table: for each bucket of age and each record class what a record adds to the
 * accumulators.
 *
 * <p>An accumulator is a long with lanes of some bits, one for an indicator's points (in units of the greatest common
 * divisor of all that its records give), one for a number of records. The lanes hold the sums of {@link #most} records;
 * a party with more is graded in pieces.
 */
final class Table {
    /** How many records the lanes are made for at least. */
    private static final int LEAST_RECORDS = 31;

    private static final int MOST_RECORDS = 1023;

    final LocalDate asOf;
    final int today;
    final List<@Nullable RecordClass> classes;
    final List<Gauge> gauges = new ArrayList<>();

    /** By rule; null where no record sets it off. */
    final List<@Nullable Alarm> alarms = new ArrayList<>();

    /** By rule. */
    final List<@Nullable Lane> alarmLanes = new ArrayList<>();

    /** How many records of a party the lanes can hold. */
    final int most;

    /** By day, where its bucket begins in the table. */
    final int[] row = new int[Days.COUNT + 1];

    /** By pair of accumulators: two longs for each entry of the table. */
    final long[][] entries;

    /** By pair of accumulators: what an entry keeps of the second one; empty where it keeps all. */
    final long[][] kept;

    /** The days, oldest first, one in each bucket of age; the future is the bucket after the last. */
    private final List<Long> buckets = new ArrayList<>();

    /** @param asked by indicator: whether it matters if some record weighs */
    Table(
            Policy policy,
            @Nullable Watch[] watches,
            boolean[] asked,
            List<@Nullable RecordClass> classes,
            LocalDate asOf) {
        this.asOf = asOf;
        this.today = Math.toIntExact(asOf.toEpochDay() - Days.BASE);
        this.classes = classes;
        List<Term> terms = new ArrayList<>();
        for (Indicator indicator : policy.indicators()) {
            Watch watch = watches[terms.size()];
            if (watch == null) {
                throw new IllegalStateException("nothing to look at for " + indicator.id());
            }
            terms.add(new Term(indicator, watch, classes, asOf));
        }
        for (int r = 0; r < policy.rules().size(); r++) {
            alarms.add(Alarm.of(policy.rules().get(r), watches[terms.size() + r], classes, asOf));
        }
        findBuckets(terms);
        List<Lane> lanes = new ArrayList<>();
        for (Term term : terms) {
            Gauge gauge = gauge(term, asked[gauges.size()]);
            gauges.add(gauge);
            gauge.addLanes(lanes);
        }
        for (Alarm alarm : alarms) {
            Lane lane = alarm == null ? null : new Lane(1, false);
            alarmLanes.add(lane);
            if (lane != null) {
                lanes.add(lane);
            }
        }
        int most = LEAST_RECORDS;
        int accumulators = Lane.place(lanes, most);
        while (most < MOST_RECORDS && Lane.place(lanes, most * 2 + 1) == accumulators) {
            most = most * 2 + 1;
        }
        this.most = most;
        Lane.place(lanes, most);
        int size = (buckets.size() + 1) * 2 * classes.size();
        this.entries = new long[accumulators / 2][size * 2];
        this.kept = new long[accumulators / 2][0];
        fill(size);
    }

    /** How far an ended record's entry lies beyond that of one in force. */
    int endedBy() {
        return classes.size();
    }

    private void findBuckets(List<Term> terms) {
        TreeSet<Long> lastDays = new TreeSet<>();
        lastDays.add((long) today);
        for (Term term : terms) {
            for (long day : term.bandEnds()) {
                lastDays.add(day);
            }
        }
        for (Alarm alarm : alarms) {
            if (alarm != null) {
                lastDays.add(alarm.tooOld);
            }
        }
        for (long day : lastDays) {
            if (day >= 0 && day <= today) {
                buckets.add(day);
            }
        }
        int bucket = 0;
        for (int day = 0; day < row.length; day++) {
            while (bucket < buckets.size() && day > buckets.get(bucket)) {
                bucket++;
            }
            row[day] = bucket * 2 * classes.size();
        }
    }

    private Gauge gauge(Term term, boolean asked) {
        long unit = 0;
        long most = 0;
        boolean zeros = false;
        for (int c = 1; c < classes.size(); c++) {
            for (int b = 0; b < buckets.size() && term.of[c]; b++) {
                long given = given(term, c, b);
                if (given != Term.NOTHING) {
                    long size = Math.abs(given);
                    unit = gcd(unit, size);
                    most = Math.max(most, size);
                    zeros |= size == 0;
                }
            }
        }
        return Gauge.of(term, unit, most, zeros && asked);
    }

    /** What a record gives that is alone in its group. */
    private long given(Term term, int found, int bucket) {
        long factor = term.factor(buckets.get(bucket));
        if (factor == Term.NOTHING) {
            return Term.NOTHING;
        }
        long given = term.given(found, factor, FixedPoint.MISSING);
        return term.grouped[found] ? FixedPoint.clamp(given, term.groupMost(factor)) : given;
    }

    private void fill(int size) {
        for (Gauge gauge : gauges) {
            for (int c = 1; c < classes.size(); c++) {
                for (int b = 0; b < buckets.size() && gauge.term.of[c]; b++) {
                    long given = given(gauge.term, c, b);
                    if (given != Term.NOTHING) {
                        fill(gauge, c, b * 2 * classes.size() + c, given, size);
                    }
                }
            }
        }
        for (int r = 0; r < alarms.size(); r++) {
            Alarm alarm = alarms.get(r);
            Lane lane = alarmLanes.get(r);
            for (int c = 1; alarm != null && lane != null && c < classes.size(); c++) {
                for (int b = 0; b < buckets.size() && alarm.of[c]; b++) {
                    if (buckets.get(b) > alarm.tooOld) {
                        add(lane, 1, b * 2 * classes.size() + c, alarm.endSlot);
                    }
                }
            }
        }
    }

    private void fill(Gauge gauge, int found, int entry, long given, int size) {
        int slot = gauge.term.endSlot;
        Lane sum = gauge.sum;
        Lane count = gauge.count;
        if (count != null) {
            add(count, 1, entry, slot);
        }
        if (gauge.doubt != null && gauge.doubt != count && gauge.term.listed[found]) {
            add(gauge.doubt, 1, entry, slot);
        }
        if (sum == null) {
            return;
        }
        long units = gauge.unit == 0 ? 0 : given / gauge.unit;
        if (!gauge.isLatest()) {
            add(sum, units, entry, slot);
            return;
        }
        add(sum, units + 1, entry, slot);
        int pair = sum.at / 2;
        if (kept[pair].length == 0) {
            kept[pair] = new long[size];
            Arrays.fill(kept[pair], -1L);
        }
        kept[pair][entry] &= ~(sum.mask << sum.shift);
        if (slot != 0) {
            kept[pair][entry + endedBy()] &= ~(sum.mask << sum.shift);
        }
    }

    /** Adds to an entry, and where the first end does not matter to the other for ended records too. */
    private void add(Lane lane, long amount, int entry, int slot) {
        long[] pair = entries[lane.at / 2];
        int half = lane.at & 1;
        pair[entry * 2 + half] += amount << lane.shift;
        if (slot != 0) {
            pair[(entry + endedBy()) * 2 + half] += amount << lane.shift;
        }
    }

    private static long gcd(long a, long b) {
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }
}
