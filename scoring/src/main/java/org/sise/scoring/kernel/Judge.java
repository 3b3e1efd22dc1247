package org.sise.scoring.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.Bands;
import org.sise.scoring.policy.Decision;
import org.sise.scoring.policy.Dimension;
import org.sise.scoring.policy.FixedPoint;
import org.sise.scoring.policy.GradeLevel;
import org.sise.scoring.policy.Points;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.policy.Rule;
import org.sise.scoring.policy.Scope;

/** Makes scores and grades of what has been read. For one thread. */
final class Judge {
    private final Policy policy;
    private final Table table;
    private final Population population;
    private final int[][] indicatorsOf;
    private final boolean[] industryInside;
    private final boolean[] regionInside;
    private final boolean everybody;

    /** The places of the rules in the policy, vetoes first. */
    private final int[] ruleOrder;

    private final int[] level = new int[Block.SIZE];
    private final int[] cells;
    private final long[] rowEnds;
    private final long[] columnEnds;
    private final int rowDimension;
    private final int columnDimension;

    Judge(Policy policy, Table table, Population population) {
        this.policy = policy;
        this.table = table;
        this.population = population;
        List<Dimension> dimensions = policy.dimensions();
        this.indicatorsOf = new int[dimensions.size()][];
        for (int d = 0; d < indicatorsOf.length; d++) {
            indicatorsOf[d] = indicatorsOf(dimensions.get(d).id());
        }
        Scope scope = policy.scope();
        this.everybody = scope.industries().isEmpty() && scope.regions().isEmpty();
        this.industryInside = new boolean[population.industries.size()];
        for (int i = 0; i < industryInside.length; i++) {
            industryInside[i] = scope.coversIndustry(population.industries.get(i));
        }
        this.regionInside = new boolean[population.regions.size()];
        for (int i = 0; i < regionInside.length; i++) {
            regionInside[i] = scope.coversRegion(population.regions.get(i));
        }
        this.ruleOrder = ruleOrder(policy.rules());
        switch (policy.decision()) {
            case Decision.ByScore byScore -> {
                rowDimension = -1;
                columnDimension = -1;
                rowEnds = ends(byScore.bands());
                columnEnds = new long[0];
                cells = byScore.bands().bands().stream()
                        .mapToInt(band -> rank(band.name()))
                        .toArray();
            }
            case Decision.ByMatrix matrix -> {
                rowDimension = dimension(matrix.rows());
                columnDimension = dimension(matrix.columns());
                rowEnds = ends(dimensions.get(rowDimension).levels());
                columnEnds = ends(dimensions.get(columnDimension).levels());
                cells = matrix.grades().stream()
                        .flatMap(List::stream)
                        .mapToInt(this::rank)
                        .toArray();
            }
        }
    }

    void judge(Block block) {
        Arrays.fill(block.scores, 0, block.size, 0);
        for (int d = 0; d < indicatorsOf.length; d++) {
            score(d, block);
        }
        decide(block);
        for (int r : ruleOrder) {
            apply(r, block);
        }
        if (!everybody) {
            leaveOut(block);
        }
    }

    private void score(int d, Block block) {
        Dimension dimension = policy.dimensions().get(d);
        int size = block.size;
        long[] sums = block.dimensions[d];
        Arrays.fill(sums, 0, size, dimension.start().milli());
        for (int i : indicatorsOf[d]) {
            long[] values = block.values[i];
            for (int p = 0; p < size; p++) {
                sums[p] += values[p];
            }
        }
        long least = dimension.least().milli();
        Points limit = dimension.most();
        long most = limit == null ? FixedPoint.LIMIT : limit.milli();
        long weight = dimension.weight().milli();
        long[] scores = block.scores;
        for (int p = 0; p < size; p++) {
            long score = Math.max(Math.min(sums[p], most), least);
            sums[p] = score;
            scores[p] += FixedPoint.product(score, weight);
        }
    }

    private void decide(Block block) {
        int size = block.size;
        findLevels(rowDimension < 0 ? block.scores : block.dimensions[rowDimension], rowEnds, size);
        int[] ranks = block.ranks;
        if (rowDimension < 0) {
            for (int p = 0; p < size; p++) {
                ranks[p] = cells[level[p]];
            }
        } else {
            int columns = columnEnds.length + 1;
            for (int p = 0; p < size; p++) {
                ranks[p] = level[p] * columns;
            }
            findLevels(block.dimensions[columnDimension], columnEnds, size);
            for (int p = 0; p < size; p++) {
                ranks[p] = cells[ranks[p] + level[p]];
            }
        }
        Arrays.fill(block.rules, 0, size, -1);
    }

    private void findLevels(long[] scores, long[] ends, int size) {
        int[] level = this.level;
        Arrays.fill(level, 0, size, 0);
        for (long end : ends) {
            for (int p = 0; p < size; p++) {
                level[p] += scores[p] >= end ? 1 : 0;
            }
        }
    }

    private void apply(int r, Block block) {
        switch (policy.rules().get(r)) {
            case Rule.Veto ignored -> apply(r, policy.grades().size() - 1, block.alarmed[r], block);
            case Rule.Floor floor -> apply(r, rank(floor.grade()), block.alarmed[r], block);
            case Rule.MinimumData minimum -> {
                int rank = rank(minimum.grade());
                for (int p = 0; p < block.size; p++) {
                    int known = 0;
                    for (int i = 0; i < block.known.length; i++) {
                        boolean named = minimum.indicators()
                                .contains(policy.indicators().get(i).id());
                        known += named && block.known[i][p] ? 1 : 0;
                    }
                    if (known < minimum.atLeast()) {
                        apply(r, rank, p, block);
                    }
                }
            }
            case Rule.NewBusiness fresh -> {
                int rank = rank(fresh.grade());
                long old = table.asOf.minusMonths(fresh.underMonths()).toEpochDay();
                int[] registered = population.registered;
                for (int p = 0; p < block.size; p++) {
                    int day = registered[block.first + p];
                    if (day == Population.UNKNOWN ? fresh.unknownIsNew() : day > old) {
                        apply(r, rank, p, block);
                    }
                }
            }
        }
    }

    private static void apply(int r, int rank, boolean[] alarmed, Block block) {
        for (int p = 0; p < block.size; p++) {
            if (alarmed[p]) {
                apply(r, rank, p, block);
            }
        }
    }

    private static void apply(int r, int rank, int p, Block block) {
        if (rank > block.ranks[p]) {
            block.ranks[p] = rank;
            block.rules[p] = r;
        }
    }

    private void leaveOut(Block block) {
        int[] industry = population.industry;
        int[] region = population.region;
        for (int p = 0; p < block.size; p++) {
            int party = block.first + p;
            if (!industryInside[industry[party]] || !regionInside[region[party]]) {
                block.ranks[p] = -1;
                block.rules[p] = -1;
                block.scores[p] = 0;
            }
        }
    }

    private int rank(String grade) {
        GradeLevel level = policy.grade(grade);
        if (level == null) {
            throw new IllegalStateException("no grade " + grade);
        }
        return level.rank();
    }

    private int dimension(String id) {
        for (int d = 0; d < policy.dimensions().size(); d++) {
            if (policy.dimensions().get(d).id().equals(id)) {
                return d;
            }
        }
        throw new IllegalStateException("no dimension " + id);
    }

    private int[] indicatorsOf(String dimension) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < policy.indicators().size(); i++) {
            if (dimension.equals(policy.indicators().get(i).dimension())) {
                found.add(i);
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int[] ruleOrder(List<Rule> rules) {
        List<Integer> order = new ArrayList<>();
        for (int r = 0; r < rules.size(); r++) {
            if (rules.get(r) instanceof Rule.Veto) {
                order.add(r);
            }
        }
        for (int r = 0; r < rules.size(); r++) {
            if (!(rules.get(r) instanceof Rule.Veto)) {
                order.add(r);
            }
        }
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    private static long[] ends(@Nullable Bands bands) {
        if (bands == null) {
            throw new IllegalStateException("no levels");
        }
        long[] ends = new long[bands.bands().size() - 1];
        for (int b = 0; b < ends.length; b++) {
            Points to = bands.bands().get(b).to();
            ends[b] = to == null ? Long.MAX_VALUE : to.milli();
        }
        return ends;
    }
}
