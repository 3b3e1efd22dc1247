package org.sise.scoring.kernel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
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

    /** How many records the lanes are made for at most. */
    static final int MOST_RECORDS = 1023;

    /** How many longs a table has at most: what lies beyond the caches is no faster than going over the records. */
    private static final long MOST_ENTRIES = 1 << 22;

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

    /** Whether the table would be too large, so that every party's records are gone over. */
    final boolean exact;

    /** How many accumulators add up; the others are replaced. */
    final int adding;

    /** By accumulator and place in the table. */
    final long[][] entries;

    /** By accumulator and place in the table: the bits that stay; empty where the accumulator adds up. */
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
        int size = (buckets.size() + 1) * 2 * classes.size();
        this.exact =
                (long) size * IntStream.of(Lane.place(lanes, LEAST_RECORDS)).sum() > MOST_ENTRIES;
        if (exact) {
            gauges.replaceAll(Gauge::withoutLanes);
            alarmLanes.replaceAll(lane -> null);
            lanes.clear();
        }
        int accumulators = IntStream.of(Lane.place(lanes, LEAST_RECORDS)).sum();
        int most = LEAST_RECORDS;
        while (most < MOST_RECORDS
                && IntStream.of(Lane.place(lanes, most * 2 + 1)).sum() == accumulators) {
            most = most * 2 + 1;
        }
        this.most = most;
        this.adding = Lane.place(lanes, most)[0];
        this.entries = new long[accumulators][size];
        this.kept = new long[accumulators][0];
        for (int a = adding; a < accumulators; a++) {
            kept[a] = new long[size];
            Arrays.fill(kept[a], -1L);
        }
        if (!exact) {
            fill();
        }
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
        return Gauge.of(term, unit, most, zeros, asked);
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

    private void fill() {
        for (Gauge gauge : gauges) {
            for (int c = 1; c < classes.size(); c++) {
                for (int b = 0; b < buckets.size() && gauge.term.of[c]; b++) {
                    long given = given(gauge.term, c, b);
                    if (given != Term.NOTHING) {
                        fill(gauge, c, b * 2 * classes.size() + c, given);
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

    private void fill(Gauge gauge, int found, int entry, long given) {
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
        add(sum, gauge.unit == 0 ? 0 : given / gauge.unit, entry, slot);
        if (sum.replaced) {
            long stays = ~(sum.mask << sum.shift);
            kept[sum.at][entry] &= stays;
            if (slot != 0) {
                kept[sum.at][entry + endedBy()] &= stays;
            }
        }
    }

    /** Adds to an entry, and where the first end does not matter to the other for ended records too. */
    private void add(Lane lane, long amount, int entry, int slot) {
        entries[lane.at][entry] += amount << lane.shift;
        if (slot != 0) {
            entries[lane.at][entry + endedBy()] += amount << lane.shift;
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
