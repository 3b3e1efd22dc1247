package org.sise.scoring.outlook;

import java.util.Arrays;
import org.sise.scoring.grade.Graded;

/**
 * Finds some way to the grades that the full search did not get to: repairs the first so many of the order, as few as
 * galloping and halving find, then takes back every repair that is not needed, the last first. The ways lead where
 * they say; fewer repairs might do.
 */
final class Shortcut {
    private final Search search;
    private final int days;

    /** @param days how many turning days there are */
    Shortcut(Search search, int days) {
        this.search = search;
        this.days = days;
    }

    void run() {
        for (int rank : search.open()) {
            int day = firstDay(rank);
            if (day >= 0) {
                settle(rank, day);
            }
        }
    }

    /** The first day on which repairing everything leads to the rank, if before the best day; else -1. */
    private int firstDay(int rank) {
        for (int day = 0; day < Math.min(days, search.bestDay(rank)); day++) {
            if (reaches(search.readyBy(day), day, rank)) {
                return day;
            }
            if (day > 0 && !search.mayGoOn()) {
                return -1;
            }
        }
        return -1;
    }

    private void settle(int rank, int day) {
        int[] ready = search.readyBy(day);
        int enough = ready.length;
        for (int size = 1; size < enough; size *= 2) {
            if (reaches(first(ready, size), day, rank)) {
                enough = size;
            }
        }
        int tooFew = enough / 2;
        while (enough - tooFew > 1) {
            int half = (enough + tooFew) >>> 1;
            if (reaches(first(ready, half), day, rank)) {
                enough = half;
            } else {
                tooFew = half;
            }
        }
        int[] set = first(ready, enough);
        for (int place = set.length - 1; place >= 0 && search.mayGoOn(); place--) {
            int[] fewer = without(set, place);
            if (reaches(fewer, day, rank)) {
                set = fewer;
            }
        }
        Graded.Result result = search.grade(set, day);
        search.found(set, day, result, false);
    }

    private boolean reaches(int[] set, int day, int rank) {
        return search.grade(set, day).grade().rank() <= rank;
    }

    private static int[] first(int[] ready, int size) {
        return Arrays.copyOf(ready, size);
    }

    private static int[] without(int[] set, int place) {
        int[] fewer = new int[set.length - 1];
        System.arraycopy(set, 0, fewer, 0, place);
        System.arraycopy(set, place + 1, fewer, place, fewer.length - place);
        return fewer;
    }
}
