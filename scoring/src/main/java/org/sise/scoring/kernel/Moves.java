package org.sise.scoring.kernel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sise.scoring.figure.Figures;
import org.sise.scoring.figure.Peers;
import org.sise.scoring.policy.Absence;
import org.sise.scoring.policy.FixedPoint;
import org.sise.scoring.policy.GradeLevel;
import org.sise.scoring.policy.Indicator;
import org.sise.scoring.policy.Points;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.policy.Rule;

/** The rules that move the grade by the score: exposure, then shifts, then steadiness. For one thread. */
final class Moves {
    private final Policy policy;
    private final Table table;
    private final Population population;
    private final Figures figures;
    private final Peers peers;
    private final Scores scores;

    /** The places of the shifts in the policy. */
    private final int[] shifts;

    private final int exposure;
    private final int steadiness;

    /** By indicator: whether it counts what others have done. */
    private final boolean[] exposed;

    /** By name of the population: the rank of the grade of that id, or -1. */
    private final int[] rankOfName;

    /** By name of the population: whether it is the id of a rule that bounds grades. */
    private final boolean[] bounds;

    Moves(Policy policy, Table table, Population population, Figures figures, Peers peers, Scores scores) {
        this.policy = policy;
        this.table = table;
        this.population = population;
        this.figures = figures;
        this.peers = peers;
        this.scores = scores;
        List<Integer> shifts = new ArrayList<>();
        Set<String> bounding = new HashSet<>();
        int exposure = -1;
        int steadiness = -1;
        this.exposed = new boolean[policy.indicators().size()];
        for (int r = 0; r < policy.rules().size(); r++) {
            Rule rule = policy.rules().get(r);
            switch (rule) {
                case Rule.Shift ignored -> shifts.add(r);
                case Rule.Exposure ceiling -> {
                    exposure = r;
                    for (int i = 0; i < exposed.length; i++) {
                        exposed[i] = ceiling.indicators()
                                .contains(policy.indicators().get(i).id());
                    }
                }
                case Rule.Steadiness ignored -> steadiness = r;
                case Rule.Veto ignored -> bounding.add(rule.id());
                case Rule.Floor ignored -> bounding.add(rule.id());
                case Rule.MinimumData ignored -> bounding.add(rule.id());
                case Rule.NewBusiness ignored -> bounding.add(rule.id());
                case Rule.Dormant ignored -> bounding.add(rule.id());
            }
        }
        this.shifts = shifts.stream().mapToInt(Integer::intValue).toArray();
        this.exposure = exposure;
        this.steadiness = steadiness;
        this.rankOfName = new int[population.names.size()];
        this.bounds = new boolean[rankOfName.length];
        for (int n = 0; n < rankOfName.length; n++) {
            String name = population.names.get(n);
            GradeLevel level = name == null ? null : policy.grade(name);
            rankOfName[n] = level == null ? -1 : level.rank();
            bounds[n] = bounding.contains(name);
        }
    }

    void move(Block block) {
        if (exposure >= 0 && policy.rules().get(exposure) instanceof Rule.Exposure rule) {
            for (int p = 0; p < block.size; p++) {
                limit(rule, block, p);
            }
        }
        if (shifts.length > 0) {
            for (int p = 0; p < block.size; p++) {
                shift(block, p);
            }
        }
        if (steadiness >= 0 && policy.rules().get(steadiness) instanceof Rule.Steadiness rule) {
            for (int p = 0; p < block.size; p++) {
                hold(rule, block, p);
            }
        }
    }

    private void limit(Rule.Exposure rule, Block block, int p) {
        long[] without = scores.totals(block, p);
        boolean any = false;
        for (int i = 0; i < exposed.length; i++) {
            if (exposed[i]) {
                long absent = absent(policy.indicators().get(i));
                any |= without[i] != absent;
                without[i] = absent;
            }
        }
        if (!any) {
            return;
        }
        figures.evaluate(without, peers);
        int own = figures.base(without);
        int never = policy.level(rule.never()).rank();
        int worst = Math.max(own, Math.min(own + rule.atMost(), never - 1));
        if (block.ranks[p] > worst) {
            block.ranks[p] = worst;
            block.rules[p] = exposure;
        }
    }

    private static long absent(Indicator indicator) {
        return switch (indicator.absent()) {
            case Absence.Counts counts -> counts.points().milli();
            case Absence.Unknown ignored -> FixedPoint.MISSING;
        };
    }

    private void shift(Block block, int p) {
        int worst = 0;
        int best = 0;
        int worstRule = -1;
        int bestRule = -1;
        for (int r : shifts) {
            if (policy.rules().get(r) instanceof Rule.Shift shift && block.alarmed[r][p] != shift.none()) {
                if (shift.by() > worst) {
                    worst = shift.by();
                    worstRule = r;
                } else if (shift.by() < best) {
                    best = shift.by();
                    bestRule = r;
                }
            }
        }
        int last = policy.grades().size() - 1;
        int rank = Math.clamp(block.ranks[p] + (worst > 0 ? worst : best), 0, last);
        if (rank != block.ranks[p]) {
            block.ranks[p] = rank;
            block.rules[p] = worst > 0 ? worstRule : bestRule;
        }
    }

    private void hold(Rule.Steadiness rule, Block block, int p) {
        int party = block.first + p;
        int name = population.previousGrade[party];
        int before = rankOfName[name];
        int now = block.ranks[p];
        if (name == 0 || before <= now || bounds[population.previousRule[party]]) {
            return;
        }
        int rank = now;
        Points margin = rule.margin();
        if (margin != null) {
            rank = Math.max(rank, Math.min(before, figures.base(scores.numbers(block, p), margin.milli())));
        }
        Integer atATime = rule.atATime();
        if (atATime != null) {
            rank = Math.max(rank, before - atATime);
        }
        if (isCoolingDown(population.previousSince[party], rule)) {
            rank = before;
        }
        if (rank != now) {
            block.ranks[p] = rank;
            block.rules[p] = steadiness;
        }
    }

    private boolean isCoolingDown(int since, Rule.Steadiness rule) {
        return LocalDate.ofEpochDay(since).plusMonths(rule.coolDownMonths()).isAfter(table.asOf);
    }
}
