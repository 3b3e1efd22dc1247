package org.sise.scoring.whatif;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How many parties go from which grade to which. The last row and the last column are for parties that the policy of
 * that side is not for.
 *
 * @param counts by row (the first side's grade) and column (the second side's grade)
 */
public record Moves(Scale scale, long[][] counts) {

    /** No party at all. */
    public static Moves none(Scale scale) {
        return new Moves(
                scale, new long[scale.before().size() + 1][scale.after().size() + 1]);
    }

    /** The number of parties of the first side's rank and the second side's, {@link Side#NOT_APPLICABLE} included. */
    public long count(int from, int to) {
        return counts[from == Side.NOT_APPLICABLE ? counts.length - 1 : from][
                to == Side.NOT_APPLICABLE ? counts[0].length - 1 : to];
    }

    /** All parties. */
    public long total() {
        long total = 0;
        for (long[] row : counts) {
            for (long count : row) {
                total += count;
            }
        }
        return total;
    }

    /** The first side's distribution: parties by grade, last those not graded. */
    public long[] before() {
        long[] before = new long[counts.length];
        for (int from = 0; from < before.length; from++) {
            for (long count : counts[from]) {
                before[from] += count;
            }
        }
        return before;
    }

    /** The second side's distribution: parties by grade, last those not graded. */
    public long[] after() {
        long[] after = new long[counts[0].length];
        for (long[] row : counts) {
            for (int to = 0; to < after.length; to++) {
                after[to] += row[to];
            }
        }
        return after;
    }

    /** How many parties go in a direction. */
    public long going(Direction direction) {
        long going = 0;
        for (int from = 0; from < counts.length; from++) {
            for (int to = 0; to < counts[from].length; to++) {
                if (scale.direction(rank(from, counts.length), rank(to, counts[from].length)) == direction) {
                    going += counts[from][to];
                }
            }
        }
        return going;
    }

    /** How many parties go to a better grade. */
    public long better() {
        return going(Direction.BETTER);
    }

    /** How many parties go to a worse grade. */
    public long worse() {
        return going(Direction.WORSE);
    }

    /** How many parties both sides grade. */
    public long comparable() {
        return going(Direction.BETTER) + going(Direction.WORSE) + going(Direction.SAME);
    }

    /** How many parties move: to another grade, in or out. */
    public long movers() {
        return total() - going(Direction.SAME) - going(Direction.OUTSIDE);
    }

    /**
     * The share of those graded on both sides that go in a direction, from 0 to 1 in six places, rounded half up; null
     * if both sides grade nobody.
     */
    public @Nullable BigDecimal share(Direction direction) {
        long comparable = comparable();
        return comparable == 0
                ? null
                : BigDecimal.valueOf(going(direction)).divide(BigDecimal.valueOf(comparable), 6, RoundingMode.HALF_UP);
    }

    private static int rank(int index, int length) {
        return index == length - 1 ? Side.NOT_APPLICABLE : index;
    }

    /** Adds parties of the first side's rank and the second side's, {@link Side#NOT_APPLICABLE} included. */
    public void add(int from, int to, long parties) {
        int row = from == Side.NOT_APPLICABLE ? counts.length - 1 : from;
        int column = to == Side.NOT_APPLICABLE ? counts[0].length - 1 : to;
        counts[row][column] += parties;
    }

    void add(int[] cells) {
        int columns = counts[0].length;
        for (int cell = 0; cell < cells.length; cell++) {
            counts[cell / columns][cell % columns] += cells[cell];
        }
    }
}
