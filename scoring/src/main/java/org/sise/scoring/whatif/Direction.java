package org.sise.scoring.whatif;

import org.sise.scoring.policy.Text;

/** Where a party goes from one side to the other. */
public enum Direction {
    /** To a better grade. */
    BETTER("变好", "better"),
    /** To a worse grade. */
    WORSE("变差", "worse"),
    /** To the matching grade. */
    SAME("不变", "the same"),
    /** Graded on the second side only. */
    ENTERS("新纳入", "newly graded"),
    /** Graded on the first side only. */
    LEAVES("不再纳入", "no longer graded"),
    /** Graded on neither side. */
    OUTSIDE("均不适用", "not applicable on either side");

    private final Text text;

    Direction(String zh, String en) {
        this.text = new Text(zh, en);
    }

    public Text text() {
        return text;
    }

    /** Whether it makes the party a mover. */
    public boolean moves() {
        return switch (this) {
            case BETTER, WORSE, ENTERS, LEAVES -> true;
            case SAME, OUTSIDE -> false;
        };
    }
}
