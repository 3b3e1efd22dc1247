package org.sise.scoring.kernel;

import java.util.Arrays;
import org.sise.scoring.policy.Measure;

/** Works out one indicator or one alarm of one party by going over its records. */
final class Exact {
    private final Table table;
    private final Cursor cursor;

    /** By the number of a group, the points of the record that counts. */
    private long[] bestGiven = new long[16];

    /** Whether the last indicator asked for had a record that weighs. */
    boolean known;

    Exact(Table table, Population population) {
        this.table = table;
        this.cursor = new Cursor(population);
    }

    /** The sum of what the party's records give, before the indicator's cap; see {@link #known}. */
    long sum(Term term, int party) {
        known = false;
        if (term.kind == null) {
            return 0;
        }
        return switch (term.indicator.measure()) {
            case Measure.Count ignored -> all(term, party);
            case Measure.Sum ignored -> all(term, party);
            case Measure.Latest ignored -> one(term, party, true);
            case Measure.Max ignored -> one(term, party, false);
            case Measure.Distinct ignored -> groups(term, party);
        };
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

    /** Goes on to the next record that weighs; what it gives, or {@link Term#NOTHING} at the end. */
    private long next(Term term) {
        while (cursor.next()) {
            if (term.of[cursor.found] && cursor.day <= table.today && cursor.end(term.endSlot) > table.today) {
                long given = term.given(cursor.found, cursor.day);
                if (given != Term.NOTHING) {
                    known = true;
                    return term.capped(term.numberAt < 0 ? given : term.times(given, cursor.further(term.numberAt)));
                }
            }
        }
        return Term.NOTHING;
    }

    private long all(Term term, int party) {
        cursor.on(party);
        long sum = 0;
        for (long given = next(term); given != Term.NOTHING; given = next(term)) {
            sum += given;
        }
        return sum;
    }

    private long one(Term term, int party, boolean newest) {
        cursor.on(party);
        long best = next(term);
        if (best == Term.NOTHING) {
            return 0;
        }
        long day = cursor.day;
        for (long given = next(term); given != Term.NOTHING; given = next(term)) {
            boolean later = newest && cursor.day > day;
            if (later || (given > best && (!newest || cursor.day == day))) {
                best = given;
                day = cursor.day;
            }
        }
        return best;
    }

    private long groups(Term term, int party) {
        cursor.on(party);
        Arrays.fill(bestGiven, Term.NOTHING);
        long sum = 0;
        for (long given = next(term); given != Term.NOTHING; given = next(term)) {
            int group = (int) cursor.further(term.keyAt);
            if (group < 0) {
                sum += given;
                continue;
            }
            room(group);
            bestGiven[group] = Math.max(bestGiven[group], given);
        }
        for (long best : bestGiven) {
            sum += best == Term.NOTHING ? 0 : best;
        }
        return sum;
    }

    private void room(int group) {
        int size = bestGiven.length;
        if (group >= size) {
            bestGiven = Arrays.copyOf(bestGiven, Math.max(group + 1, size * 2));
            Arrays.fill(bestGiven, size, bestGiven.length, Term.NOTHING);
        }
    }
}
