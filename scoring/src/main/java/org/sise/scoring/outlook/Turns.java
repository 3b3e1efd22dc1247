package org.sise.scoring.outlook;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.grade.Fact;
import org.sise.scoring.grade.Party;
import org.sise.scoring.grade.Previous;
import org.sise.scoring.policy.AgeBands;
import org.sise.scoring.policy.Indicator;
import org.sise.scoring.policy.Match;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.policy.Rule;

/**
 * The days on which a party's grade can change though no record comes: a record passes a boundary of age, ends, or
 * (dated ahead) begins, the party passes a boundary of its own age, or a cool-down ends. Between two of them nothing
 * changes, as long as the population of a percentile and the grade so far stay as they are.
 */
final class Turns {
    private static final int LAST_YEAR = 9999;

    private final LocalDate asOf;
    private final Party party;
    private final TreeSet<LocalDate> days = new TreeSet<>();

    private Turns(Party party, LocalDate asOf) {
        this.party = party;
        this.asOf = asOf;
    }

    /**
     * The as-of date itself, then every later turning day, ascending.
     *
     * @param further days on which something else happens; those before the as-of date are left out
     */
    static LocalDate[] of(Policy policy, Party party, LocalDate asOf, Collection<LocalDate> further) {
        Turns turns = new Turns(party, asOf);
        turns.days.add(asOf);
        further.forEach(turns::add);
        for (Indicator indicator : policy.indicators()) {
            turns.records(indicator.match(), indicator.age());
        }
        for (Rule rule : policy.rules()) {
            turns.rule(rule);
        }
        return turns.days.toArray(LocalDate[]::new);
    }

    /**
     * The first day on which a date is that many months past, as the language counts months: the day is n months after
     * the date where that day exists in its month, else the first day of the month after.
     */
    static LocalDate firstDay(LocalDate date, int months) {
        LocalDate day = date.plusMonths(months);
        return day.minusMonths(months).isBefore(date) ? day.plusDays(1) : day;
    }

    private void rule(Rule rule) {
        switch (rule) {
            case Rule.Veto veto -> trigger(veto.trigger());
            case Rule.Floor floor -> trigger(floor.trigger());
            case Rule.Shift shift -> trigger(shift.trigger());
            case Rule.NewBusiness fresh -> registered(fresh.underMonths());
            case Rule.Dormant dormant -> {
                registered(dormant.months());
                for (Fact fact : party.facts()) {
                    if (fact.state().weighs() && dormant.kinds().contains(fact.kind())) {
                        begins(fact);
                        months(fact.date(), dormant.months());
                    }
                }
            }
            case Rule.Steadiness steady -> {
                Previous previous = party.previous();
                if (previous != null && previous.since().getYear() <= LAST_YEAR) {
                    add(previous.since().plusMonths(steady.coolDownMonths()));
                }
            }
            case Rule.MinimumData ignored -> {}
            case Rule.Exposure ignored -> {}
        }
    }

    private void registered(int months) {
        LocalDate registered = party.registeredOn();
        if (registered != null) {
            months(registered, months);
        }
    }

    private void trigger(Rule.Trigger trigger) {
        for (Fact fact : party.facts()) {
            if (concerns(trigger.match(), fact)) {
                begins(fact);
                ends(trigger.match(), fact);
                if (trigger.underMonths() != null) {
                    months(fact.date(), trigger.underMonths());
                }
            }
        }
    }

    private void records(Match match, AgeBands age) {
        Set<LocalDate> seen = new HashSet<>();
        int[] boundaries = age.bands().stream()
                .filter(band -> band.to() != null)
                .mapToInt(band -> band.to())
                .toArray();
        for (Fact fact : party.facts()) {
            if (concerns(match, fact)) {
                begins(fact);
                ends(match, fact);
                if (seen.add(fact.date())) {
                    for (int boundary : boundaries) {
                        months(fact.date().plusDays(age.endsInside() ? 1 : 0), boundary);
                    }
                }
            }
        }
    }

    private static boolean concerns(Match match, Fact fact) {
        return fact.state().weighs() && fact.kind().equals(match.kind()) && match.holds(fact.fields());
    }

    private void begins(Fact fact) {
        add(fact.date());
    }

    private void ends(Match match, Fact fact) {
        LocalDate through = date(match.through(), fact);
        if (through != null && through.getYear() <= LAST_YEAR) {
            add(through.plusDays(1));
        }
        LocalDate before = date(match.before(), fact);
        if (before != null) {
            add(before);
        }
    }

    private void months(LocalDate date, int months) {
        if (date.getYear() <= LAST_YEAR) {
            add(firstDay(date, months));
        }
    }

    private void add(LocalDate day) {
        if (day.isAfter(asOf)) {
            days.add(day);
        }
    }

    private static @Nullable LocalDate date(@Nullable String field, Fact fact) {
        String text = field == null ? null : fact.fields().get(field);
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
