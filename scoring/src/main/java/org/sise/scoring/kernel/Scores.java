package org.sise.scoring.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.figure.Figures;
import org.sise.scoring.figure.Peers;
import org.sise.scoring.policy.Bands;
import org.sise.scoring.policy.Decision;
import org.sise.scoring.policy.Dimension;
import org.sise.scoring.policy.FixedPoint;
import org.sise.scoring.policy.Indicator;
import org.sise.scoring.policy.Points;
import org.sise.scoring.policy.Policy;

/** From the indicators of a block to dimensions, scores and the grades by the decision alone. For one thread. */
final class Scores {
    /** Division by 1000 of numbers below 2^31, by a product: 2^41 / 1000, rounded up. */
    private static final long THOUSANDTH = 2_199_023_256L;

    private static final int THOUSANDTH_SHIFT = 41;
    private static final long HALF = 500;

    private final Policy policy;
    private final Table table;
    private final Figures figures;
    private final Peers peers;

    /** Whether the policy has neither figures nor a decision by table. */
    private final boolean plain;

    private final int[][] indicatorsOf;
    /** By party the place of its cell. */
    private final long[] place = new long[Block.SIZE];

    private final int[] cells;
    private final long[] rowEnds;
    private final long[] columnEnds;
    private final int rowDimension;
    private final int columnDimension;
    private final long[] numbers;

    Scores(Policy policy, Table table, Figures figures, Peers peers) {
        this.policy = policy;
        this.table = table;
        this.figures = figures;
        this.peers = peers;
        this.plain = isPlain(policy);
        this.numbers = new long[figures.size()];
        List<Dimension> dimensions = policy.dimensions();
        this.indicatorsOf = new int[dimensions.size()][];
        for (int d = 0; d < indicatorsOf.length; d++) {
            indicatorsOf[d] = indicatorsOf(dimensions.get(d).id());
        }
        switch (policy.decision()) {
            case Decision.ByScore byScore -> {
                rowDimension = -1;
                columnDimension = -1;
                rowEnds = ends(byScore.bands());
                columnEnds = new long[0];
                cells = byScore.bands().bands().stream()
                        .mapToInt(band -> policy.level(band.name()).rank())
                        .toArray();
            }
            case Decision.ByMatrix matrix -> {
                rowDimension = figures.node(matrix.rows()) - figures.dimension(0);
                columnDimension = figures.node(matrix.columns()) - figures.dimension(0);
                rowEnds = ends(dimensions.get(rowDimension).levels());
                columnEnds = ends(dimensions.get(columnDimension).levels());
                cells = matrix.grades().stream()
                        .flatMap(List::stream)
                        .mapToInt(grade -> policy.level(grade).rank())
                        .toArray();
            }
            case Decision.ByTable ignored -> {
                rowDimension = -1;
                columnDimension = -1;
                rowEnds = new long[0];
                columnEnds = new long[0];
                cells = new int[0];
            }
        }
    }

    static boolean isPlain(Policy policy) {
        return policy.figures().isEmpty() && !(policy.decision() instanceof Decision.ByTable);
    }

    void score(Block block) {
        Arrays.fill(block.scores, 0, block.size, 0);
        Arrays.fill(block.rules, 0, block.size, -1);
        if (!plain) {
            for (int p = 0; p < block.size; p++) {
                scoreOne(block, p);
            }
            return;
        }
        for (int d = 0; d < indicatorsOf.length; d++) {
            score(d, block);
        }
        decide(block);
    }

    /** All numbers of a party, as {@link Figures} has them; overwritten by the next call. */
    long[] numbers(Block block, int p) {
        totals(block, p);
        figures.evaluate(numbers, peers);
        return numbers;
    }

    /** The indicators' totals of a party; overwritten by the next call. */
    long[] totals(Block block, int p) {
        for (int i = 0; i < block.values.length; i++) {
            Gauge gauge = table.gauges.get(i);
            boolean unknown = gauge.asked && !block.known[i][p] && gauge.term.absentUnknown;
            numbers[i] = unknown ? FixedPoint.MISSING : block.values[i][p];
        }
        return numbers;
    }

    private void scoreOne(Block block, int p) {
        long[] numbers = numbers(block, p);
        for (int d = 0; d < indicatorsOf.length; d++) {
            block.dimensions[d][p] = numbers[figures.dimension(d)];
        }
        block.scores[p] = figures.score(numbers);
        block.ranks[p] = figures.base(numbers);
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
        for (int p = 0; p < size; p++) {
            sums[p] = Math.max(Math.min(sums[p], most), least);
        }
        addWeighted(sums, dimension.weight().milli(), Math.max(Math.abs(least), Math.abs(most)), block.scores, size);
    }

    /** Adds weight × score, rounded to thousandths, to each of the totals. */
    private static void addWeighted(long[] scores, long weight, long bound, long[] totals, int size) {
        if (bound > (Integer.MAX_VALUE - HALF) / Math.max(weight, 1)) {
            for (int p = 0; p < size; p++) {
                totals[p] += FixedPoint.product(scores[p], weight);
            }
            return;
        }
        for (int p = 0; p < size; p++) {
            long product = scores[p] * weight;
            long sign = product >> 63;
            long rounded = ((((product ^ sign) - sign) + HALF) * THOUSANDTH) >>> THOUSANDTH_SHIFT;
            totals[p] += (rounded ^ sign) - sign;
        }
    }

    private void decide(Block block) {
        int size = block.size;
        int[] ranks = block.ranks;
        long[] place = this.place;
        Arrays.fill(place, 0, size, 0);
        if (rowDimension < 0) {
            addLevels(block.scores, rowEnds, 1, size);
        } else {
            addLevels(block.dimensions[rowDimension], rowEnds, columnEnds.length + 1, size);
            addLevels(block.dimensions[columnDimension], columnEnds, 1, size);
        }
        for (int p = 0; p < size; p++) {
            ranks[p] = cells[(int) place[p]];
        }
    }

    private void addLevels(long[] scores, long[] ends, long step, int size) {
        long[] place = this.place;
        for (long end : ends) {
            for (int p = 0; p < size; p++) {
                place[p] += step & ~((scores[p] - end) >> 63);
            }
        }
    }

    private int[] indicatorsOf(String dimension) {
        List<Indicator> indicators = policy.indicators();
        return IntStream.range(0, indicators.size())
                .filter(i -> dimension.equals(indicators.get(i).dimension()))
                .toArray();
    }

    private static long[] ends(@Nullable Bands bands) {
        if (bands == null) {
            throw new IllegalStateException("no levels");
        }
        long[] ends = new long[bands.bands().size() - 1];
        for (int b = 0; b < ends.length; b++) {
            Points to = bands.bands().get(b).to();
            ends[b] = to == null ? Long.MAX_VALUE >> 1 : to.milli();
        }
        return ends;
    }
}
