package org.sise.scoring.kernel;

import java.util.List;
import java.util.stream.IntStream;
import org.sise.scoring.figure.Figures;
import org.sise.scoring.figure.Peers;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.policy.Rule;
import org.sise.scoring.policy.Scope;

/** Makes scores and grades of what has been read. For one thread. */
final class Judge {
    private final Policy policy;
    private final Table table;
    private final Population population;
    private final Scores scores;
    private final Moves moves;
    private final boolean[] industryInside;
    private final boolean[] regionInside;
    private final boolean everybody;

    /** The places of the rules in the policy, vetoes first. */
    private final int[] order;

    /** By rule that asks for a minimum of data: the places of the indicators that it names. */
    private final int[][] named;

    Judge(Policy policy, Table table, Population population, Figures figures, Peers peers) {
        this.policy = policy;
        this.table = table;
        this.population = population;
        this.scores = new Scores(policy, table, figures, peers);
        this.moves = new Moves(policy, table, population, figures, peers, scores);
        Scope scope = policy.scope();
        this.industryInside = new boolean[population.industries.size()];
        for (int i = 0; i < industryInside.length; i++) {
            industryInside[i] = scope.coversIndustry(population.industries.get(i));
        }
        this.regionInside = new boolean[population.regions.size()];
        for (int i = 0; i < regionInside.length; i++) {
            regionInside[i] = scope.coversRegion(population.regions.get(i));
        }
        this.everybody = areAll(industryInside) && areAll(regionInside);
        List<Rule> rules = policy.rules();
        this.order = IntStream.concat(
                        IntStream.range(0, rules.size()).filter(r -> rules.get(r) instanceof Rule.Veto),
                        IntStream.range(0, rules.size()).filter(r -> !(rules.get(r) instanceof Rule.Veto)))
                .toArray();
        this.named = new int[rules.size()][];
        for (int r = 0; r < named.length; r++) {
            named[r] = rules.get(r) instanceof Rule.MinimumData minimum ? indicators(minimum) : new int[0];
        }
    }

    void judge(Block block) {
        scores.score(block);
        moves.move(block);
        for (int r : order) {
            bound(r, block);
        }
        if (!everybody) {
            for (int p = 0; p < block.size; p++) {
                if (!isInside(block.first + p)) {
                    block.ranks[p] = -1;
                    block.rules[p] = -1;
                    block.scores[p] = 0;
                }
            }
        }
    }

    /** All numbers of a party, as {@link Figures} has them; overwritten by the next call. */
    long[] numbers(Block block, int p) {
        return scores.numbers(block, p);
    }

    /** Notes where the parties of the block stand among their peers. */
    void rank(Block block, Peers.Builder peers) {
        for (int p = 0; p < block.size; p++) {
            if (isInside(block.first + p)) {
                peers.add(scores.totals(block, p));
            }
        }
    }

    private static boolean areAll(boolean[] inside) {
        for (boolean one : inside) {
            if (!one) {
                return false;
            }
        }
        return true;
    }

    private boolean isInside(int party) {
        return industryInside[population.industry[party]] && regionInside[population.region[party]];
    }

    private void bound(int r, Block block) {
        switch (policy.rules().get(r)) {
            case Rule.Veto ignored -> bound(r, policy.grades().size() - 1, block.alarmed[r], block);
            case Rule.Floor floor -> bound(r, rank(floor.grade()), block.alarmed[r], block);
            case Rule.MinimumData minimum -> {
                int rank = rank(minimum.grade());
                for (int p = 0; p < block.size; p++) {
                    int known = 0;
                    for (int i : named[r]) {
                        known += block.known[i][p] ? 1 : 0;
                    }
                    if (known < minimum.atLeast()) {
                        bound(r, rank, p, block);
                    }
                }
            }
            case Rule.NewBusiness fresh -> {
                int rank = rank(fresh.grade());
                long old = table.asOf.minusMonths(fresh.underMonths()).toEpochDay();
                for (int p = 0; p < block.size; p++) {
                    if (isRegisteredAfter(old, block.first + p, fresh.unknownIsNew())) {
                        bound(r, rank, p, block);
                    }
                }
            }
            case Rule.Dormant dormant -> {
                int rank = rank(dormant.grade());
                long old = table.asOf.minusMonths(dormant.months()).toEpochDay();
                boolean[] active = block.alarmed[r];
                for (int p = 0; p < block.size; p++) {
                    if (!active[p] && !isRegisteredAfter(old, block.first + p, !dormant.unknownIsOld())) {
                        bound(r, rank, p, block);
                    }
                }
            }
            case Rule.Shift ignored -> {}
            case Rule.Exposure ignored -> {}
            case Rule.Steadiness ignored -> {}
        }
    }

    private boolean isRegisteredAfter(long old, int party, boolean unknown) {
        int day = population.registered[party];
        return day == Population.UNKNOWN ? unknown : day > old;
    }

    private static void bound(int r, int rank, boolean[] alarmed, Block block) {
        for (int a = 0; a < block.alarmedParties; a++) {
            int p = block.maybeAlarmed[a];
            if (alarmed[p]) {
                bound(r, rank, p, block);
            }
        }
    }

    private static void bound(int r, int rank, int p, Block block) {
        if (rank > block.ranks[p]) {
            block.ranks[p] = rank;
            block.rules[p] = r;
        }
    }

    private int rank(String grade) {
        return policy.level(grade).rank();
    }

    private int[] indicators(Rule.MinimumData minimum) {
        return IntStream.range(0, policy.indicators().size())
                .filter(i ->
                        minimum.indicators().contains(policy.indicators().get(i).id()))
                .toArray();
    }
}
