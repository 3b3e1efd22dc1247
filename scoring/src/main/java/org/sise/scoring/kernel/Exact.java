package org.sise.scoring.kernel;

import java.time.LocalDate;
import java.util.Arrays;
import org.sise.scoring.policy.Exemption;
import org.sise.scoring.policy.FixedPoint;
import org.sise.scoring.policy.Measure;

/** Works out one indicator or one alarm of one party by going over its records. For one thread. */
final class Exact {
    private static final int NO_GROUP = -1;

    private final Table table;
    private final Cursor cursor;

    /** The records that weigh, in their order. */
    private int size;

    private long[] given = new long[16];
    private long[] factor = new long[16];
    private long[] day = new long[16];
    private int[] key = new int[16];
    private int[] group = new int[16];
    private boolean[] counted = new boolean[16];

    /** By number of a group. */
    private int[] best = new int[16];

    private long[] sums = new long[16];
    private long[] newest = new long[16];

    /** The days of the records that an indicator with exempt records looks at. */
    private long[] sighted = new long[16];

    /** Whether the last indicator asked for had a record that weighs or is exempt. */
    boolean known;

    Exact(Table table, Population population) {
        this.table = table;
        this.cursor = new Cursor(population);
    }

    /** What the party's records give before the indicator's cap; see {@link #known}. */
    long sum(Term term, int party) {
        known = false;
        if (term.kind == null) {
            return 0;
        }
        weigh(term, party);
        if (size == 0) {
            return 0;
        }
        switch (term.indicator.measure()) {
            case Measure.Count ignored -> Arrays.fill(counted, 0, size, true);
            case Measure.Latest ignored -> countOne(true);
            case Measure.Max ignored -> countOne(false);
            case Measure.Distinct ignored -> countOneOfEachKey();
        }
        long sum = 0;
        for (int i = 0; i < size; i++) {
            sum += counted[i] ? given[i] : 0;
        }
        return term.groupAt < 0 ? sum : sum + groupCuts(term);
    }

    /** How many records set off the alarm. */
    int count(Alarm alarm, int party) {
        int count = 0;
        cursor.on(party);
        while (cursor.next()) {
            if (alarm.of[cursor.found]
                    && cursor.day <= table.today
                    && cursor.day > alarm.tooOld
                    && cursor.end(alarm.endSlot) > table.today) {
                count++;
            }
        }
        return count;
    }

    private void weigh(Term term, int party) {
        size = 0;
        Exemption exempt = term.indicator.exempt();
        int seen = exempt == null ? 0 : sight(term, party);
        int at = -1;
        cursor.on(party);
        while (cursor.next()) {
            if (!term.of[cursor.found] || cursor.day > table.today) {
                continue;
            }
            at++;
            long age = cursor.end(term.endSlot) > table.today ? term.factor(cursor.day) : Term.NOTHING;
            if (age == Term.NOTHING) {
                continue;
            }
            known = true;
            if (exempt == null || !term.listed[cursor.found] || !isFirst(at, seen, exempt.clearMonths())) {
                take(term, age);
            }
        }
    }

    private void take(Term term, long age) {
        grow();
        given[size] =
                term.given(cursor.found, age, term.numberAt < 0 ? FixedPoint.MISSING : cursor.further(term.numberAt));
        factor[size] = age;
        day[size] = cursor.day;
        key[size] = term.keyAt < 0 ? NO_GROUP : (int) cursor.further(term.keyAt);
        group[size] = term.groupAt < 0 ? NO_GROUP : (int) cursor.further(term.groupAt);
        size++;
    }

    /** Notes the days of all records that the indicator looks at, and says how many there are. */
    private int sight(Term term, int party) {
        int seen = 0;
        cursor.on(party);
        while (cursor.next()) {
            if (term.of[cursor.found] && cursor.day <= table.today) {
                if (seen == sighted.length) {
                    sighted = Arrays.copyOf(sighted, seen * 2);
                }
                sighted[seen++] = cursor.day;
            }
        }
        return seen;
    }

    /** Whether no other record stands on the day or in the months before it. */
    private boolean isFirst(int at, int seen, int clearMonths) {
        long day = sighted[at];
        if (at < seen - 1 && sighted[at + 1] == day) {
            return false;
        }
        long clearSince =
                LocalDate.ofEpochDay(day + Days.BASE).minusMonths(clearMonths).toEpochDay() - Days.BASE;
        return at == 0 || sighted[at - 1] <= clearSince;
    }

    private void countOne(boolean byDay) {
        Arrays.fill(counted, 0, size, false);
        int best = 0;
        for (int i = 1; i < size; i++) {
            best = isBefore(i, best, byDay) ? i : best;
        }
        counted[best] = true;
    }

    private boolean isBefore(int one, int other, boolean byDay) {
        if (byDay && day[one] != day[other]) {
            return day[one] > day[other];
        }
        return given[one] > given[other] || (given[one] == given[other] && day[one] > day[other]);
    }

    private void countOneOfEachKey() {
        Arrays.fill(best, -1);
        for (int i = 0; i < size; i++) {
            counted[i] = key[i] == NO_GROUP;
            if (key[i] != NO_GROUP) {
                if (key[i] >= best.length) {
                    int before = best.length;
                    best = Arrays.copyOf(best, Math.max(key[i] + 1, before * 2));
                    Arrays.fill(best, before, best.length, -1);
                }
                int had = best[key[i]];
                if (had < 0 || isBefore(i, had, false)) {
                    best[key[i]] = i;
                    counted[i] = true;
                    if (had >= 0) {
                        counted[had] = false;
                    }
                }
            }
        }
    }

    private long groupCuts(Term term) {
        Arrays.fill(sums, 0);
        Arrays.fill(newest, Term.NOTHING);
        for (int i = 0; i < size; i++) {
            if (counted[i] && group[i] != NO_GROUP) {
                if (group[i] >= sums.length) {
                    int before = sums.length;
                    sums = Arrays.copyOf(sums, Math.max(group[i] + 1, before * 2));
                    newest = Arrays.copyOf(newest, sums.length);
                    Arrays.fill(newest, before, newest.length, Term.NOTHING);
                }
                sums[group[i]] += given[i];
                newest[group[i]] = factor[i];
            }
        }
        long cuts = 0;
        for (int g = 0; g < sums.length; g++) {
            if (newest[g] != Term.NOTHING) {
                cuts += FixedPoint.clamp(sums[g], term.groupMost(newest[g])) - sums[g];
            }
        }
        return cuts;
    }

    private void grow() {
        if (size == given.length) {
            int more = size * 2;
            given = Arrays.copyOf(given, more);
            factor = Arrays.copyOf(factor, more);
            day = Arrays.copyOf(day, more);
            key = Arrays.copyOf(key, more);
            group = Arrays.copyOf(group, more);
            counted = Arrays.copyOf(counted, more);
        }
    }
}
