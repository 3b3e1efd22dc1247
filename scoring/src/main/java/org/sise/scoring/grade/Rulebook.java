package org.sise.scoring.grade;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.figure.Figures;
import org.sise.scoring.figure.Peers;
import org.sise.scoring.policy.GradeLevel;
import org.sise.scoring.policy.Points;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.policy.Rule;

/** From a party's numbers to its grade: the decision, what moves its grade, and what bounds it. */
final class Rulebook {
    /** The grade with the rules that led there. */
    record Judgement(
            GradeLevel base,
            List<Ruling> rulings,
            GradeLevel grade,
            @Nullable Ruling decisive) {}

    private final Policy policy;
    private final Figures figures;
    private final Tally[] tallies;

    Rulebook(Policy policy, Figures figures, Tally[] tallies) {
        this.policy = policy;
        this.figures = figures;
        this.tallies = tallies;
    }

    /** Whether the policy looks at the grade so far. */
    boolean isSteady() {
        return policy.rules().stream().anyMatch(rule -> rule instanceof Rule.Steadiness);
    }

    Judgement judge(Party party, Account account, long[] values, Peers peers) {
        GradeLevel base = policy.grades().get(figures.base(values));
        List<Ruling> moves = new ArrayList<>(0);
        GradeLevel grade = base;
        Ruling decisive = null;
        Ruling ceiling = exposed(base, values, peers);
        if (ceiling != null) {
            moves.add(ceiling);
            grade = ceiling.grade();
            decisive = ceiling;
        }
        Ruling shift = shifted(grade, account, moves);
        if (shift != null && shift.grade() != grade) {
            grade = shift.grade();
            decisive = shift;
        }
        Ruling held = held(grade, party, account.day.asOf, values);
        if (held != null) {
            moves.add(held);
            grade = held.grade();
            decisive = held;
        }
        List<Ruling> rulings = bounds(party, account);
        for (Ruling ruling : rulings) {
            if (ruling.grade().isWorseThan(grade)) {
                grade = ruling.grade();
                decisive = ruling;
            }
        }
        rulings.addAll(moves);
        return new Judgement(base, rulings, grade, decisive);
    }

    /** The ceiling on exposure, where it holds the grade better than the decision alone. */
    private @Nullable Ruling exposed(GradeLevel base, long[] values, Peers peers) {
        for (Rule rule : policy.rules()) {
            if (rule instanceof Rule.Exposure exposure) {
                long[] without = values.clone();
                for (int i = 0; i < tallies.length; i++) {
                    if (exposure.indicators()
                            .contains(policy.indicators().get(i).id())) {
                        without[i] = tallies[i].withoutRecords();
                    }
                }
                figures.evaluate(without, peers);
                int own = figures.base(without);
                int never = policy.level(exposure.never()).rank();
                int worst = Math.max(own, Math.min(own + exposure.atMost(), never - 1));
                if (base.rank() > worst) {
                    return new Ruling(rule, policy.grades().get(worst), List.of(), 0);
                }
            }
        }
        return null;
    }

    /** The strongest shift to the worse, else the strongest to the better; all that are triggered are noted. */
    private @Nullable Ruling shifted(GradeLevel from, Account account, List<Ruling> moves) {
        Ruling strongest = null;
        int by = 0;
        for (int r = 0; r < policy.rules().size(); r++) {
            if (policy.rules().get(r) instanceof Rule.Shift shift) {
                List<Fact> facts = triggers(shift, r, shift.trigger(), shift.none(), account);
                if (facts != null) {
                    Ruling ruling = ruling(shift, moved(from, shift.by()), facts, account);
                    moves.add(ruling);
                    boolean stronger = by > 0 ? shift.by() > by : shift.by() > 0 || shift.by() < by;
                    strongest = stronger ? ruling : strongest;
                    by = stronger ? shift.by() : by;
                }
            }
        }
        return strongest;
    }

    private GradeLevel moved(GradeLevel from, int by) {
        return policy.grades()
                .get(Math.clamp(from.rank() + by, 0, policy.grades().size() - 1));
    }

    /** Steadiness, where it keeps the grade from getting so much better. */
    private @Nullable Ruling held(GradeLevel grade, Party party, LocalDate asOf, long[] values) {
        Previous previous = party.previous();
        GradeLevel before = previous == null ? null : policy.grade(previous.grade());
        if (previous == null || before == null || !before.isWorseThan(grade) || isBound(previous.rule())) {
            return null;
        }
        for (Rule rule : policy.rules()) {
            if (rule instanceof Rule.Steadiness steady) {
                int rank = grade.rank();
                Points margin = steady.margin();
                if (margin != null) {
                    rank = Math.max(rank, Math.min(before.rank(), figures.base(values, margin.milli())));
                }
                if (steady.atATime() != null) {
                    rank = Math.max(rank, before.rank() - steady.atATime());
                }
                if (previous.since().plusMonths(steady.coolDownMonths()).isAfter(asOf)) {
                    rank = before.rank();
                }
                return rank == grade.rank()
                        ? null
                        : new Ruling(rule, policy.grades().get(rank), List.of(), 0);
            }
        }
        return null;
    }

    /** Whether a grade was due to a rule that bounds grades, so that it ends with that rule. */
    private boolean isBound(@Nullable String id) {
        for (Rule rule : policy.rules()) {
            if (rule.id().equals(id)) {
                return switch (rule) {
                    case Rule.Veto ignored -> true;
                    case Rule.Floor ignored -> true;
                    case Rule.MinimumData ignored -> true;
                    case Rule.NewBusiness ignored -> true;
                    case Rule.Dormant ignored -> true;
                    case Rule.Shift ignored -> false;
                    case Rule.Exposure ignored -> false;
                    case Rule.Steadiness ignored -> false;
                };
            }
        }
        return false;
    }

    /** The rules that bound the grade: vetoes first, then in the order of the policy. */
    private List<Ruling> bounds(Party party, Account account) {
        List<Ruling> vetoes = new ArrayList<>(0);
        List<Ruling> others = new ArrayList<>(0);
        for (int r = 0; r < policy.rules().size(); r++) {
            switch (policy.rules().get(r)) {
                case Rule.Veto veto ->
                    bound(veto, r, veto.trigger(), policy.grades().getLast(), account, vetoes);
                case Rule.Floor floor -> bound(floor, r, floor.trigger(), policy.level(floor.grade()), account, others);
                case Rule.MinimumData minimum -> {
                    int known = 0;
                    for (String indicator : account.known) {
                        known += minimum.indicators().contains(indicator) ? 1 : 0;
                    }
                    if (known < minimum.atLeast()) {
                        others.add(new Ruling(minimum, policy.level(minimum.grade()), List.of(), 0));
                    }
                }
                case Rule.NewBusiness fresh -> {
                    if (isRecent(r, party.registeredOn(), fresh.unknownIsNew(), account.day)) {
                        others.add(new Ruling(fresh, policy.level(fresh.grade()), List.of(), 0));
                    }
                }
                case Rule.Dormant dormant -> {
                    if (!isRecent(r, party.registeredOn(), !dormant.unknownIsOld(), account.day)
                            && !isActive(r, dormant, account)) {
                        others.add(new Ruling(dormant, policy.level(dormant.grade()), List.of(), 0));
                    }
                }
                case Rule.Shift ignored -> {}
                case Rule.Exposure ignored -> {}
                case Rule.Steadiness ignored -> {}
            }
        }
        vetoes.addAll(others);
        return vetoes;
    }

    private static boolean isRecent(int rule, @Nullable LocalDate registered, boolean unknown, Day day) {
        return registered == null ? unknown : day.isRecent(rule, registered.toEpochDay());
    }

    private static boolean isActive(int r, Rule.Dormant dormant, Account account) {
        for (String kind : dormant.kinds()) {
            for (Account.Sighted sighted : account.ofKind(kind)) {
                if (account.day.isRecent(r, sighted.epochDay)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void bound(
            Rule rule, int r, Rule.Trigger trigger, GradeLevel grade, Account account, List<Ruling> rulings) {
        List<Fact> facts = triggers(rule, r, trigger, false, account);
        if (facts != null) {
            rulings.add(ruling(rule, grade, facts, account));
        }
    }

    /** The facts that set the rule off; null: it is not triggered. A rule on absence is set off by no facts. */
    private static @Nullable List<Fact> triggers(
            Rule rule, int r, Rule.Trigger trigger, boolean none, Account account) {
        List<Account.Sighted> found = new ArrayList<>(0);
        for (Account.Sighted sighted : account.ofKind(trigger.match().kind())) {
            if (!trigger.match().holds(sighted.fact.fields())) {
                continue;
            }
            if (account.hasEnded(trigger.match(), sighted.fact)) {
                account.passOver(sighted, rule.id(), Weightless.Reason.ENDED);
            } else if (!account.day.isRecent(r, sighted.epochDay)) {
                account.passOver(sighted, rule.id(), Weightless.Reason.TOO_OLD);
            } else {
                found.add(sighted);
            }
        }
        if (none) {
            found.forEach(sighted -> sighted.looked = true);
            return found.isEmpty() ? List.of() : null;
        }
        if (found.size() < trigger.atLeast()) {
            found.forEach(sighted -> account.passOver(sighted, rule.id(), Weightless.Reason.TOO_FEW));
            return null;
        }
        List<Fact> facts = new ArrayList<>(found.size());
        for (Account.Sighted sighted : found) {
            sighted.looked = true;
            facts.add(sighted.fact);
        }
        return facts;
    }

    private static Ruling ruling(Rule rule, GradeLevel grade, List<Fact> facts, Account account) {
        long months =
                facts.isEmpty() ? 0 : ChronoUnit.MONTHS.between(facts.getLast().date(), account.day.asOf);
        return new Ruling(rule, grade, facts, Math.toIntExact(months));
    }
}
