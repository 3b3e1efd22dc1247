package org.sise.supervision.repair.back;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.grade.Fact;
import org.sise.scoring.grade.Graded;
import org.sise.scoring.grade.Grader;
import org.sise.scoring.grade.Party;
import org.sise.scoring.outlook.Better;
import org.sise.scoring.outlook.Effort;
import org.sise.scoring.outlook.Outlook;
import org.sise.scoring.outlook.Repair;
import org.sise.scoring.outlook.Way;
import org.sise.scoring.policy.GradeLevel;

/**
 * The way to the next better grade, searched by the grader over sets of repairs and days: no table says what helps. A repair
 * counts from the day by which it is decided at the latest.
 *
 * @param present the grade today
 * @param next the next better grade; null where there is none or no grade at all
 * @param alone the first day on which it comes without any step, if no new record does; null: never
 * @param plan the fewest steps that come to it before waiting does, of these the earliest day; null where no step helps
 * @param sooner further plans, each of more steps and an earlier day
 * @param exact whether every set and day was tried
 */
public record PlanBack(
        Graded present,
        @Nullable GradeLevel next,
        @Nullable LocalDate alone,
        @Nullable Plan plan,
        List<Plan> sooner,
        boolean exact) {

    /** Effort for some fifteen records on all their days. */
    private static final Effort EFFORT = new Effort(2_000_000, 20_000_000);

    public PlanBack {
        sooner = List.copyOf(sooner);
    }

    /**
     * Steps that lead to a grade.
     *
     * @param steps the records to repair, in the order of their days
     * @param on the day from which the grade holds, if no new record comes
     * @param exact whether no smaller set does it by that day and none of this size does it sooner
     */
    public record Plan(GradeLevel grade, List<Step> steps, LocalDate on, boolean exact) {
        public Plan {
            steps = List.copyOf(steps);
        }
    }

    /** One record to repair. */
    public record Step(Chance chance, LocalDate apply, LocalDate decided) {}

    /**
     * Searches the way.
     *
     * @param party whose facts carry their records' numbers as references
     */
    public static PlanBack of(Grader grader, Party party, LocalDate today, List<Chance> chances) {
        Map<String, Chance> byNumber = new HashMap<>();
        for (Chance chance : chances) {
            if (chance.isOpen()) {
                byNumber.put(Long.toString(chance.record().id()), chance);
            }
        }
        Map<Fact, LocalDate> ready = new HashMap<>();
        for (Fact fact : party.facts()) {
            Chance chance = byNumber.get(String.valueOf(fact.reference()));
            if (chance != null && chance.decided() != null) {
                ready.put(fact, chance.decided());
            }
        }
        Outlook outlook = Outlook.when(grader, party, today, ready, EFFORT);
        if (outlook.better().isEmpty()) {
            return new PlanBack(outlook.present(), null, null, null, List.of(), outlook.complete());
        }
        Better next = outlook.better().getFirst();
        LocalDate alone = null;
        List<Plan> plans = new ArrayList<>();
        for (Way way : next.ways()) {
            if (way.repairs().isEmpty()) {
                alone = way.on();
            } else {
                plans.add(plan(way, byNumber));
            }
        }
        return new PlanBack(
                outlook.present(),
                next.grade(),
                alone,
                plans.isEmpty() ? null : plans.getFirst(),
                plans.isEmpty() ? List.of() : plans.subList(1, plans.size()),
                outlook.complete());
    }

    private static Plan plan(Way way, Map<String, Chance> byNumber) {
        List<Step> steps = new ArrayList<>();
        for (Repair repair : way.repairs()) {
            Chance chance = Objects.requireNonNull(
                    byNumber.get(String.valueOf(repair.fact().reference())));
            steps.add(
                    new Step(chance, Objects.requireNonNull(chance.apply()), Objects.requireNonNull(chance.decided())));
        }
        steps.sort((one, other) -> one.decided().compareTo(other.decided()));
        return new Plan(way.grade(), steps, way.on(), way.exact());
    }
}
