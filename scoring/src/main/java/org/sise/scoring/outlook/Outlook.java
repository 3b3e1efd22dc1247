package org.sise.scoring.outlook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.difference.Difference;
import org.sise.scoring.grade.Fact;
import org.sise.scoring.grade.Graded;
import org.sise.scoring.grade.Grader;
import org.sise.scoring.grade.Party;
import org.sise.scoring.policy.GradeLevel;

/**
 * What would change a party's grade: for every better grade the repairs and the days that lead there, if no new record
 * comes. The interpreter is the only judge: every way was graded, its day and the turning days before.
 *
 * @param present the grade as of the day, or why there is none (then all lists are empty)
 * @param better the better grades, the nearest first
 * @param repairable the records whose repair was tried, in the order of trying: those that set off a rule, then those
 *     with more points against the party, then the older
 * @param searchedThrough the last day on which anything can change that was tried without repair
 * @param complete whether every day and every set was tried; if not, ways that are not exact say so, and a grade without
 *     a way may have one all the same
 */
public record Outlook(
        Graded present, List<Better> better, List<Repair> repairable, LocalDate searchedThrough, boolean complete) {
    public Outlook {
        better = List.copyOf(better);
        repairable = List.copyOf(repairable);
    }

    /**
     * The outlook with every record repairable that, as of the day, has points against the party or sets off a rule, or
     * would do so once other such records are repaired.
     */
    public static Outlook of(Grader grader, Party party, LocalDate asOf) {
        return of(grader, party, asOf, null, Effort.USUAL);
    }

    /**
     * The outlook with the records that are allowed. Of these, the ones are tried that weigh as of the day or would if
     * others did not stand before them.
     *
     * @param repairable null: as {@link #of(Grader, Party, LocalDate)}
     */
    public static Outlook of(
            Grader grader, Party party, LocalDate asOf, @Nullable Predicate<Fact> repairable, Effort effort) {
        Graded graded = grader.grade(party, asOf);
        return switch (graded) {
            case Graded.NotApplicable none -> new Outlook(none, List.of(), List.of(), asOf, true);
            case Graded.Result present -> {
                List<Repair> repairs = present.grade().rank() == 0
                        ? List.of()
                        : Repairable.of(grader, party, asOf, present, repairable);
                yield of(grader, party, present, repairs, Map.of(), effort);
            }
        };
    }

    /**
     * The outlook with the records that may be repaired from some day on: a way's day is not before that of any of its
     * repairs.
     *
     * @param ready the first day on which a record can be repaired, by the fact itself
     */
    public static Outlook when(Grader grader, Party party, LocalDate asOf, Map<Fact, LocalDate> ready, Effort effort) {
        Graded graded = grader.grade(party, asOf);
        return switch (graded) {
            case Graded.NotApplicable none -> new Outlook(none, List.of(), List.of(), asOf, true);
            case Graded.Result present -> {
                List<Repair> repairs = present.grade().rank() == 0
                        ? List.of()
                        : Repairable.of(grader, party, asOf, present, ready::containsKey);
                yield of(grader, party, present, repairs, ready, effort);
            }
        };
    }

    private static Outlook of(
            Grader grader,
            Party party,
            Graded.Result present,
            List<Repair> repairs,
            Map<Fact, LocalDate> ready,
            Effort effort) {
        int rank = present.grade().rank();
        if (rank == 0) {
            return new Outlook(present, List.of(), List.of(), present.asOf(), true);
        }
        LocalDate[] days = Turns.of(grader.policy(), party, present.asOf(), ready.values());
        int[] from = new int[repairs.size()];
        for (int r = 0; r < from.length; r++) {
            LocalDate day = ready.getOrDefault(repairs.get(r).fact(), present.asOf());
            from[r] = Math.max(0, Arrays.binarySearch(days, day));
        }
        Search search = Search.run(grader, party, days, repairs, from, rank, effort);
        List<Better> better = new ArrayList<>();
        for (int target = rank - 1; target >= 0; target--) {
            GradeLevel grade = grader.policy().grades().get(target);
            List<Way> ways = new ArrayList<>();
            for (Search.Found found : search.of(target)) {
                ways.add(way(present, found, days[found.day()], repairs));
            }
            better.add(new Better(grade, ways));
        }
        return new Outlook(present, better, repairs, search.searchedThrough(), search.isComplete());
    }

    private static Way way(Graded.Result present, Search.Found found, LocalDate on, List<Repair> repairs) {
        List<Repair> chosen = new ArrayList<>(found.set().length);
        for (int index : found.set()) {
            chosen.add(repairs.get(index));
        }
        GradeLevel grade = found.result().grade();
        return new Way(
                grade,
                chosen,
                on,
                found.exact(),
                Difference.between(present, found.result()),
                Directions.text(grade, chosen, on, on.equals(present.asOf()), found.exact()));
    }
}
