package org.sise.scoring.outlook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.grade.Contribution;
import org.sise.scoring.grade.Fact;
import org.sise.scoring.grade.FactState;
import org.sise.scoring.grade.Graded;
import org.sise.scoring.grade.Grader;
import org.sise.scoring.grade.Party;
import org.sise.scoring.grade.Ruling;
import org.sise.scoring.grade.Weightless;
import org.sise.scoring.policy.Points;
import org.sise.scoring.policy.Rule;

/**
 * The records of a party whose repair is tried, in the order in which they are tried: those that set off a rule first,
 * then those with more points against the party, then the older.
 */
final class Repairable {
    /** How often a further layer of hidden records is looked for. */
    private static final int MOST_LAYERS = 64;

    private final Grader grader;
    private final Party party;
    private final LocalDate asOf;
    private final Standing stands;
    private final Map<Fact, Long> points = new IdentityHashMap<>();
    private final Set<Fact> adverse = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Fact> ruling = Collections.newSetFromMap(new IdentityHashMap<>());

    private Repairable(Grader grader, Party party, LocalDate asOf) {
        this.grader = grader;
        this.party = party;
        this.asOf = asOf;
        this.stands = new Standing(grader.policy());
    }

    /**
     * The repairs to try.
     *
     * @param allowed null: every record that, as of the day, has points against the party or sets off a rule, or would
     *     do so once others are repaired
     */
    static List<Repair> of(
            Grader grader, Party party, LocalDate asOf, Graded.Result present, @Nullable Predicate<Fact> allowed) {
        Repairable search = new Repairable(grader, party, asOf);
        search.note(present);
        List<Fact> facts = allowed == null ? search.adverse(present) : search.allowed(present, allowed);
        facts.sort(Comparator.comparing((Fact fact) -> !search.ruling.contains(fact))
                .thenComparing(fact -> -search.against(search.points.getOrDefault(fact, 0L)))
                .thenComparing(Fact::date)
                .thenComparing(Fact::kind)
                .thenComparing(fact -> String.valueOf(fact.reference()))
                .thenComparing(fact -> new TreeMap<>(fact.fields()).toString()));
        List<Repair> repairs = new ArrayList<>(facts.size());
        for (Fact fact : facts) {
            repairs.add(new Repair(fact, new Points(search.points.getOrDefault(fact, 0L))));
        }
        return repairs;
    }

    /** The party with these records repaired. */
    static Party without(Party party, Set<Fact> repaired) {
        List<Fact> facts = new ArrayList<>(party.facts().size());
        for (Fact fact : party.facts()) {
            facts.add(repaired.contains(fact) ? repaired(fact) : fact);
        }
        return new Party(party.id(), party.industry(), party.region(), party.registeredOn(), facts, party.previous());
    }

    private static Fact repaired(Fact fact) {
        return new Fact(fact.kind(), fact.date(), FactState.REPAIRED, fact.reference(), fact.fields());
    }

    private List<Fact> adverse(Graded.Result present) {
        Set<Fact> found = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Fact fact : party.facts()) {
            if (stands.inTheWay(fact, asOf)) {
                found.add(fact);
            }
        }
        Graded.Result result = present;
        for (int layer = 0; layer < MOST_LAYERS; layer++) {
            int before = found.size();
            for (Fact fact : result.used()) {
                if (ruling.contains(fact) || adverse.contains(fact)) {
                    found.add(fact);
                }
            }
            if (found.size() == before && layer > 0) {
                break;
            }
            if (!(grader.grade(without(party, found), asOf) instanceof Graded.Result next)) {
                break;
            }
            result = next;
            note(result);
        }
        return new ArrayList<>(found);
    }

    /** The allowed records that weigh, or would if others did not stand before them. */
    private List<Fact> allowed(Graded.Result present, Predicate<Fact> allowed) {
        Set<Fact> weighing = Collections.newSetFromMap(new IdentityHashMap<>());
        weighing.addAll(present.used());
        Set<Fact> idle = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Weightless weightless : present.weightless()) {
            (mayWeigh(weightless.reason()) ? weighing : idle).add(weightless.fact());
        }
        Set<Fact> found = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Fact fact : party.facts()) {
            boolean tried = weighing.contains(fact) || !idle.contains(fact) || stands.inTheWay(fact, asOf);
            if (tried && allowed.test(fact)) {
                found.add(fact);
            }
        }
        return new ArrayList<>(found);
    }

    private static boolean mayWeigh(Weightless.Reason reason) {
        return switch (reason) {
            case NOT_LATEST, NOT_LARGEST, COUNTED_ONCE, TOO_FEW, EXEMPT -> true;
            case WITHDRAWN, REPAIRED, EXPIRED, SUPERSEDED, FUTURE, ENDED, TOO_OLD, UNUSED -> false;
        };
    }

    /** Notes what records give; a record that is new in a deeper layer gets the points it has there. */
    private void note(Graded.Result result) {
        Map<Fact, Long> sums = new IdentityHashMap<>();
        for (Contribution one : result.contributions()) {
            if (one.fact() != null) {
                sums.merge(one.fact(), one.points().milli(), Long::sum);
                if (against(one.points().milli()) > 0 || stands.mayTurn(one)) {
                    adverse.add(one.fact());
                }
            }
        }
        sums.forEach(points::putIfAbsent);
        for (Ruling one : result.rulings()) {
            if (isAgainst(one.rule())) {
                ruling.addAll(one.facts());
            }
        }
    }

    private static boolean isAgainst(Rule rule) {
        return switch (rule) {
            case Rule.Shift shift -> shift.by() > 0;
            case Rule.Veto ignored -> true;
            case Rule.Floor ignored -> true;
            case Rule.MinimumData ignored -> false;
            case Rule.NewBusiness ignored -> false;
            case Rule.Dormant ignored -> false;
            case Rule.Exposure ignored -> false;
            case Rule.Steadiness ignored -> false;
        };
    }

    private long against(long milli) {
        return switch (grader.policy().order()) {
            case HIGHEST_FIRST -> milli;
            case LOWEST_FIRST -> -milli;
        };
    }
}
