package org.sise.scoring.grade;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.Match;

/** The facts of one party sorted out for grading, and what has been found about them so far. */
final class Account {
    /** A fact that may weigh. */
    static final class Sighted {
        final Fact fact;
        final long epochDay;
        boolean looked;

        Sighted(Fact fact) {
            this.fact = fact;
            this.epochDay = fact.date().toEpochDay();
        }
    }

    final Day day;
    final List<Contribution> contributions = new ArrayList<>();
    final List<Weightless> weightless = new ArrayList<>();
    final List<String> unknown = new ArrayList<>();
    final List<String> known = new ArrayList<>();
    private final List<Sighted> all = new ArrayList<>();
    private final Map<String, List<Sighted>> byKind = new HashMap<>();

    Account(Day day, List<Fact> facts) {
        this.day = day;
        List<Fact> sorted = facts;
        if (facts.size() > 1) {
            sorted = new ArrayList<>(facts);
            sorted.sort(Fact.CANONICAL);
        }
        for (Fact fact : sorted) {
            Weightless.Reason reason = reasonOf(fact, day);
            if (reason != null) {
                weightless.add(new Weightless(fact, null, reason));
                continue;
            }
            Sighted sighted = new Sighted(fact);
            all.add(sighted);
            byKind.computeIfAbsent(fact.kind(), kind -> new ArrayList<>()).add(sighted);
        }
    }

    List<Sighted> ofKind(String kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    /** Whether a fact that the conditions fit has ended by the as-of date. */
    boolean hasEnded(Match match, Fact fact) {
        LocalDate through = date(match.through(), fact);
        if (through != null && day.asOf.isAfter(through)) {
            return true;
        }
        LocalDate before = date(match.before(), fact);
        return before != null && !day.asOf.isBefore(before);
    }

    /** Notes that a rule passes over a fact, unless another rule has already taken it up. */
    void passOver(Sighted sighted, String rule, Weightless.Reason reason) {
        if (!sighted.looked) {
            sighted.looked = true;
            weightless.add(new Weightless(sighted.fact, rule, reason));
        }
    }

    /** Notes the facts that no rule has looked at. */
    void close() {
        for (Sighted sighted : all) {
            if (!sighted.looked) {
                weightless.add(new Weightless(sighted.fact, null, Weightless.Reason.UNUSED));
            }
        }
    }

    private static Weightless.@Nullable Reason reasonOf(Fact fact, Day day) {
        return switch (fact.state()) {
            case WITHDRAWN -> Weightless.Reason.WITHDRAWN;
            case REPAIRED -> Weightless.Reason.REPAIRED;
            case EXPIRED -> Weightless.Reason.EXPIRED;
            case SUPERSEDED -> Weightless.Reason.SUPERSEDED;
            case EFFECTIVE, CORRECTED -> fact.date().isAfter(day.asOf) ? Weightless.Reason.FUTURE : null;
        };
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
