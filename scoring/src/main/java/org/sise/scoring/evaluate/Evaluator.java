package org.sise.scoring.evaluate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.figure.Figures;
import org.sise.scoring.grade.Graded;
import org.sise.scoring.grade.Grader;
import org.sise.scoring.grade.Party;
import org.sise.scoring.policy.Policy;

/**
 * Asks of each outcome what the policy said of its party the day before, and judges the answers.
 *
 * <p>No record of the outcome's day or later is handed to the grader at all, and the as-of date is the day before; a
 * schedule looks no further than the day before its window. What a record says of its own state (withdrawn, repaired) is
 * taken as handed in: without the day on which that became known it cannot be turned back. No party has a grade so far,
 * so a policy's {@code steadiness} holds nothing back.
 *
 * <p>A percentile is taken from the population known before the first day of the outcome's month (of the window, for a
 * schedule), as rankings are published monthly: who has a record or was registered before that day, with the records
 * before it.
 */
public final class Evaluator {
    private final Grader grader;
    private final boolean ranks;
    private final Terms terms;
    private final Histories histories;
    private @Nullable LocalDate peersBefore;
    private Grader amongPeers;

    private Evaluator(Policy policy, Terms terms, Histories histories) {
        this.grader = Grader.of(policy);
        this.ranks = needsPopulation(policy);
        this.amongPeers = grader;
        this.terms = terms;
        this.histories = histories;
    }

    /** Whether the policy compares parties with each other, so that those without an outcome are needed too. */
    public static boolean needsPopulation(Policy policy) {
        return Figures.of(policy).needsPeers();
    }

    /**
     * Evaluates a policy.
     *
     * @param parties with all their records, each party once; those without an outcome matter only where
     *     {@link #needsPopulation}
     * @param outcomes in any order; the same outcome twice counts twice
     * @throws IllegalArgumentException if a party comes twice, or no outcome lies in the period and in the policy's scope
     */
    public static Evaluation evaluate(Policy policy, Iterable<Party> parties, List<Outcome> outcomes, Terms terms) {
        List<Outcome> within = new ArrayList<>();
        Set<String> wanted = new HashSet<>();
        for (Outcome outcome : outcomes) {
            if (terms.covers(outcome.date())) {
                within.add(outcome);
                wanted.add(outcome.party());
            }
        }
        if (within.isEmpty()) {
            throw new IllegalArgumentException("没有结果在所选期间内 / no outcome lies in the period (date)");
        }
        within.sort(Comparator.comparing(Outcome::date));
        return new Evaluator(policy, terms, new Histories(parties, wanted, needsPopulation(policy)))
                .of(within, outcomes.size());
    }

    private Evaluation of(List<Outcome> within, int given) {
        List<Standing> standings = new ArrayList<>(within.size());
        for (Outcome outcome : within) {
            Standing standing = standing(outcome, outcome.date(), outcome.date().withDayOfMonth(1));
            if (standing != null) {
                standings.add(standing);
            }
        }
        if (standings.isEmpty()) {
            throw new IllegalArgumentException(
                    "政策不适用于任何有结果的主体 / the policy applies to no party with an outcome (party)");
        }
        Policy policy = grader.policy();
        LocalDate from = terms.from() == null ? within.getFirst().date() : terms.from();
        LocalDate to = terms.to() == null ? within.getLast().date() : terms.to();
        List<Standing> seen = standings.stream().filter(Standing::seen).toList();
        Set<Integer> parties = new HashSet<>();
        int unknown = 0;
        for (Standing standing : standings) {
            parties.add(standing.party());
            unknown += standing.party() < 0 ? 1 : 0;
        }
        return new Evaluation(
                policy,
                from,
                to,
                given,
                given - within.size(),
                within.size() - standings.size(),
                standings.size(),
                Standing.countBad(standings),
                parties.size(),
                standings.size() - seen.size(),
                unknown,
                Standing.auc(standings, Standing.BY_GRADE),
                Standing.auc(standings, Standing.BY_SCORE),
                Standing.auc(standings, Standing.BY_COLOUR),
                Standing.auc(seen, Standing.BY_GRADE),
                Lift.of(policy, standings),
                daysEarlier(within, from),
                Stability.of(policy, standings, from, to),
                Districts.of(policy, standings, terms.leastOfDistrict()));
    }

    private @Nullable DaysEarlier daysEarlier(List<Outcome> within, LocalDate from) {
        TreeMap<Long, List<Outcome>> windows = new TreeMap<>();
        for (Outcome outcome : within) {
            long window = ChronoUnit.DAYS.between(from, outcome.date()) / terms.scheduleDays();
            windows.computeIfAbsent(window, number -> new ArrayList<>()).add(outcome);
        }
        DaysEarlier.Tally tally = new DaysEarlier.Tally(terms.scheduleDays());
        windows.forEach((number, window) -> {
            LocalDate start = from.plusDays(number * terms.scheduleDays());
            List<Standing> standings = new ArrayList<>();
            for (Outcome outcome : tally.firsts(window)) {
                Standing standing = standing(outcome, start, start);
                if (standing != null) {
                    standings.add(standing);
                }
            }
            tally.add(standings);
        });
        return tally.result();
    }

    /** The outcome with its party's grade from the facts before the day; null where the policy is not for the party. */
    private @Nullable Standing standing(Outcome outcome, LocalDate day, LocalDate peersDay) {
        Party party = histories.before(outcome.party(), day);
        return switch (amongPeersBefore(peersDay).grade(party, day.minusDays(1))) {
            case Graded.NotApplicable ignored -> null;
            case Graded.Result result -> {
                long score = result.score().milli();
                long risk = switch (grader.policy().order()) {
                    case HIGHEST_FIRST -> score;
                    case LOWEST_FIRST -> -score;
                };
                yield new Standing(
                        outcome,
                        histories.number(outcome.party()),
                        result.grade(),
                        risk,
                        party.region(),
                        !party.facts().isEmpty());
            }
        };
    }

    private Grader amongPeersBefore(LocalDate day) {
        if (ranks && !day.equals(peersBefore)) {
            amongPeers = grader.among(histories.allBefore(day), day.minusDays(1));
            peersBefore = day;
        }
        return amongPeers;
    }
}
