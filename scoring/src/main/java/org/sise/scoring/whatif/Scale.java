package org.sise.scoring.whatif;

import java.util.List;
import org.sise.core.grade.Grade;
import org.sise.scoring.policy.GradeLevel;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.policy.Text;

/**
 * How the grades of two policies are held against each other. Each grade has a place, 0 for the best; a party moves when
 * its places differ.
 */
public final class Scale {
    /** What matches the grades. */
    public enum By {
        /** Both policies have the same grades in the same order. */
        GRADE("两个政策的等级相同，逐级对应", "both policies have the same grades"),
        /** Every grade has a colour: grades of one colour match. */
        COLOUR("等级不同，按颜色对应", "the grades differ and are matched by their colours"),
        /** The best grade matches the best, the second the second, and so on; further grades match none. */
        RANK(
                "等级不同且不都有颜色，按由好到差的次序对应",
                "the grades differ and not all have a colour: they are matched by their order from the best");

        private final Text text;

        By(String zh, String en) {
            this.text = new Text(zh, en);
        }

        public Text text() {
            return text;
        }
    }

    private final Policy before;
    private final Policy after;
    private final By by;

    private Scale(Policy before, Policy after, By by) {
        this.before = before;
        this.after = after;
        this.by = by;
    }

    public static Scale of(Policy before, Policy after) {
        if (ids(before).equals(ids(after))) {
            return new Scale(before, after, By.GRADE);
        }
        boolean coloured = isColoured(before) && isColoured(after);
        return new Scale(before, after, coloured ? By.COLOUR : By.RANK);
    }

    public By by() {
        return by;
    }

    /** The first policy's grades, from the best to the worst. */
    public List<GradeLevel> before() {
        return before.grades();
    }

    /** The second policy's grades, from the best to the worst. */
    public List<GradeLevel> after() {
        return after.grades();
    }

    /**
     * Where a party goes.
     *
     * @param from the rank on the first side, or {@link Side#NOT_APPLICABLE}
     * @param to the rank on the second side, or {@link Side#NOT_APPLICABLE}
     */
    public Direction direction(int from, int to) {
        if (from == Side.NOT_APPLICABLE) {
            return to == Side.NOT_APPLICABLE ? Direction.OUTSIDE : Direction.ENTERS;
        }
        if (to == Side.NOT_APPLICABLE) {
            return Direction.LEAVES;
        }
        int order = Integer.compare(place(before, from), place(after, to));
        return order == 0 ? Direction.SAME : order > 0 ? Direction.BETTER : Direction.WORSE;
    }

    private int place(Policy policy, int rank) {
        return switch (by) {
            case GRADE, RANK -> rank;
            case COLOUR -> {
                Grade colour = policy.grades().get(rank).colour();
                if (colour == null) {
                    throw new IllegalStateException("a grade without a colour in " + policy.id());
                }
                yield colour.ordinal();
            }
        };
    }

    private static List<String> ids(Policy policy) {
        return policy.grades().stream().map(GradeLevel::id).toList();
    }

    private static boolean isColoured(Policy policy) {
        return policy.grades().stream().allMatch(grade -> grade.colour() != null);
    }
}
