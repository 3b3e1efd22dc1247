package org.sise.scoring.evaluate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How many days earlier the bad results would have been found, had the same inspections been made in the order of the
 * grades, as the City of Chicago judged its forecast (chicago.github.io/food-inspections-evaluation, 2015: a week earlier
 * over two months, 69 % instead of 55 % in the first).
 *
 * <p>The period is cut into consecutive windows of {@link #windowDays} days from its first day. At the start of a window
 * each party inspected within it is graded from the records before the window's first day, and nothing later. The days on
 * which inspections were made are the capacity: sorted, they are handed out to the parties, the worst grade first and
 * within a grade the worst score first. Parties of equal grade and score keep their recorded order (of one day, by id),
 * so that a policy that tells nothing gains nothing. A bad result counts recorded day − scheduled day; the mean and the
 * median are over the bad results of all windows, and later finds count below 0.
 *
 * <p>Only a party's first inspection in a window is scheduled, bad if any result of that day is: a second one is made
 * because of the first, so it is left on its day and counts in {@link #leftInPlace} alone.
 *
 * @param windowDays the length of a window
 * @param windows how many windows had an inspection
 * @param scheduled inspections put into a new order
 * @param leftInPlace further outcomes of a party in a window
 * @param bad the bad results among the scheduled
 * @param mean days earlier
 * @param median days earlier; of an even number of results the mean of the two in the middle
 * @param firstHalfRecorded the share of the bad results recorded before the day of the window's middle inspection (of an
 *     even number, the later of the two)
 * @param firstHalfScheduled the share of them scheduled before that day
 */
public record DaysEarlier(
        int windowDays,
        int windows,
        int scheduled,
        int leftInPlace,
        int bad,
        double mean,
        double median,
        double firstHalfRecorded,
        double firstHalfScheduled) {
    private static final Comparator<Standing> RECORDED = Comparator.comparing(Standing::date)
            .thenComparing(standing -> standing.outcome().party());

    private static final Comparator<Standing> SCHEDULED =
            Standing.BY_GRADE.reversed().thenComparing(RECORDED);

    /** Gathers the windows of an evaluation. */
    static final class Tally {
        private final int windowDays;
        private final List<Long> gains = new ArrayList<>();
        private int windows;
        private int scheduled;
        private int leftInPlace;
        private int recordedEarly;
        private int scheduledEarly;

        Tally(int windowDays) {
            this.windowDays = windowDays;
        }

        /**
         * The first inspection of each party in a window, bad if any outcome of that day is.
         *
         * @param window the outcomes of a window
         */
        List<Outcome> firsts(List<Outcome> window) {
            List<Outcome> sorted = new ArrayList<>(window);
            sorted.sort(Comparator.comparing(Outcome::date).thenComparing(outcome -> !outcome.bad()));
            Set<String> seen = new HashSet<>();
            List<Outcome> firsts = new ArrayList<>();
            for (Outcome outcome : sorted) {
                if (seen.add(outcome.party())) {
                    firsts.add(outcome);
                }
            }
            leftInPlace += window.size() - firsts.size();
            return firsts;
        }

        /** @param window parties inspected within it, one outcome each, as they stood at its start */
        void add(List<Standing> window) {
            if (window.isEmpty()) {
                return;
            }
            windows++;
            scheduled += window.size();
            LocalDate[] slots = window.stream().map(Standing::date).sorted().toArray(LocalDate[]::new);
            LocalDate middle = slots[slots.length / 2];
            List<Standing> order = window.stream().sorted(SCHEDULED).toList();
            for (int i = 0; i < slots.length; i++) {
                Standing standing = order.get(i);
                if (standing.bad()) {
                    gains.add(ChronoUnit.DAYS.between(slots[i], standing.date()));
                    recordedEarly += standing.date().isBefore(middle) ? 1 : 0;
                    scheduledEarly += slots[i].isBefore(middle) ? 1 : 0;
                }
            }
        }

        /** Null where no bad result was scheduled. */
        @Nullable
        DaysEarlier result() {
            if (gains.isEmpty()) {
                return null;
            }
            long[] sorted = gains.stream().mapToLong(Long::longValue).sorted().toArray();
            int bad = sorted.length;
            double median = (sorted[(bad - 1) / 2] + sorted[bad / 2]) / 2.0;
            return new DaysEarlier(
                    windowDays,
                    windows,
                    scheduled,
                    leftInPlace,
                    bad,
                    Arrays.stream(sorted).sum() / (double) bad,
                    median,
                    recordedEarly / (double) bad,
                    scheduledEarly / (double) bad);
        }
    }
}
