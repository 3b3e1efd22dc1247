package org.sise.scoring.outlook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.sise.scoring.grade.Fact;
import org.sise.scoring.grade.Graded;
import org.sise.scoring.grade.Grader;
import org.sise.scoring.grade.Party;

/**
 * Finds, for each better grade, the sets of repairs and the days that lead there, with the interpreter as the only
 * judge.
 *
 * <p>Sets are tried by their size, for each size the turning days from the first, for each day the sets in the order of
 * the repairs (lexicographically). So what is found first for a grade is the earliest day for that many repairs. A
 * size's search ends at the day that a smaller set has reached already. Sets that leave a decided rule standing are
 * passed over ({@link Hurdles}). When the effort is spent, {@link Shortcut} takes over.
 */
final class Search {
    private static final int NONE = Integer.MAX_VALUE;

    /** One way found: the repairs by their index, ascending, and the index of the day. */
    record Found(int[] set, int day, Graded.Result result, boolean exact) {}

    private final Grader grader;
    private final Party party;
    private final LocalDate[] days;
    private final List<Repair> repairs;
    private final int[] readyFrom;
    private final int present;
    private final List<List<Found>> byRank = new ArrayList<>();
    private final int[] bestDay;
    private long left;
    private int searched;
    private final boolean complete;

    private Search(
            Grader grader,
            Party party,
            LocalDate[] days,
            List<Repair> repairs,
            int[] from,
            int present,
            Effort effort) {
        this.grader = grader;
        this.party = party;
        this.days = days;
        this.repairs = repairs;
        this.readyFrom = from;
        this.present = present;
        this.bestDay = new int[present];
        Arrays.fill(bestDay, NONE);
        for (int rank = 0; rank < present; rank++) {
            byRank.add(new ArrayList<>());
        }
        this.left = effort.waiting();
        boolean all = size(0);
        this.left = effort.repairing();
        for (int size = 1; all && size <= repairs.size(); size++) {
            all = size(size);
        }
        this.complete = all;
        if (!all) {
            this.left = effort.repairing();
            new Shortcut(this, days.length).run();
        }
    }

    /**
     * Runs the search.
     *
     * @param from for each repair the index of the first day on which it can be done
     * @param present the rank of the present grade
     */
    static Search run(
            Grader grader,
            Party party,
            LocalDate[] days,
            List<Repair> repairs,
            int[] from,
            int present,
            Effort effort) {
        return new Search(grader, party, days, repairs, from, present, effort);
    }

    /** The ways to a grade of this rank or better, fewest repairs first. */
    List<Found> of(int rank) {
        return byRank.get(rank);
    }

    /** The last turning day up to which waiting alone was tried. */
    LocalDate searchedThrough() {
        return days[searched];
    }

    /** Whether every set was tried on every day, as far as it mattered. */
    boolean isComplete() {
        return complete;
    }

    int repairs() {
        return repairs.size();
    }

    /** The repairs that can be done by a day, in their order. */
    int[] readyBy(int day) {
        return IntStream.range(0, readyFrom.length)
                .filter(r -> readyFrom[r] <= day)
                .toArray();
    }

    /** The ranks that no way leads to on the as-of date yet, the worst first. */
    List<Integer> open() {
        List<Integer> open = new ArrayList<>();
        for (int rank = present - 1; rank >= 0; rank--) {
            if (bestDay[rank] > 0) {
                open.add(rank);
            }
        }
        return open;
    }

    int bestDay(int rank) {
        return bestDay[rank];
    }

    /** Whether there is effort left. */
    boolean mayGoOn() {
        return left > 0;
    }

    Graded.Result grade(int[] set, int day) {
        left -= party.facts().size() + (long) Effort.GRADING;
        Set<Fact> repaired = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int index : set) {
            repaired.add(repairs.get(index).fact());
        }
        Party graded = set.length == 0 ? party : Repairable.without(party, repaired);
        return switch (grader.grade(graded, days[day])) {
            case Graded.Result result -> result;
            case Graded.NotApplicable none ->
                throw new IllegalStateException("the policy was for the party and is no longer: " + none.reason());
        };
    }

    /** Notes a way for every rank that it is the first to reach by its day. */
    void found(int[] set, int day, Graded.Result result, boolean exact) {
        Found found = new Found(set, day, result, exact);
        for (int rank = result.grade().rank(); rank < present; rank++) {
            if (day < bestDay[rank]) {
                bestDay[rank] = day;
                byRank.get(rank).add(found);
            }
        }
    }

    /** Tries all sets of a size; false when the effort was spent before. */
    private boolean size(int size) {
        for (int day = 0; day < days.length; day++) {
            int worst = worstAfter(day);
            if (worst < 0) {
                return true;
            }
            if (size == 0) {
                searched = day;
                Graded.Result result = grade(new int[0], day);
                found(new int[0], day, result, true);
            } else {
                Hurdles hurdles = Hurdles.of(grade(new int[0], day), worst, repairs);
                if (!hurdles.areTooHigh(size) && !sets(new int[size], 0, 0, day, hurdles)) {
                    return false;
                }
            }
            if (left <= 0) {
                return false;
            }
        }
        return true;
    }

    /** Fills the set from a place on with repairs from an index on; false when the effort was spent. */
    private boolean sets(int[] set, int place, int from, int day, Hurdles hurdles) {
        if (place == set.length) {
            Graded.Result result = grade(set, day);
            found(set.clone(), day, result, true);
            return left > 0;
        }
        int room = set.length - place;
        for (int index = from; index <= repairs.size() - room; index++) {
            if (worstAfter(day) < 0) {
                return true;
            }
            if (readyFrom[index] > day) {
                continue;
            }
            set[place] = index;
            hurdles.take(index);
            boolean goOn = hurdles.areTooHigh(room - 1) || sets(set, place + 1, index + 1, day, hurdles);
            hurdles.putBack(index);
            if (!goOn) {
                return false;
            }
        }
        return true;
    }

    /** The worst rank that is not yet reached by the day; -1 when all are. */
    private int worstAfter(int day) {
        for (int rank = present - 1; rank >= 0; rank--) {
            if (bestDay[rank] > day) {
                return rank;
            }
        }
        return -1;
    }
}
