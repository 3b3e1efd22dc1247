package org.sise.scoring.grade;

import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.Points;
import org.sise.scoring.policy.Says;
import org.sise.scoring.policy.Text;

/**
 * One addend of a dimension's score. The contributions of a dimension add up to its score exactly.
 *
 * @param rule the id of the indicator, or of the dimension for its start and limits
 * @param fact null where no single record is the reason
 * @param months the record's age in complete months, 0 without a record
 * @param basis the legal basis; empty for a dimension's start and limits
 */
public record Contribution(
        Type type,
        String rule,
        String dimension,
        Points points,
        @Nullable Fact fact,
        int months,
        String basis,
        Says says) {
    /** What gave the points. */
    public enum Type {
        /** A record. */
        RECORD,
        /** The absence of any record. */
        ABSENCE,
        /** An indicator's cap, taking back what goes beyond it. */
        CAP,
        /** A dimension's start. */
        START,
        /** A dimension's least or most. */
        LIMIT
    }

    /** The reason in words. */
    public Text text() {
        return Sentences.text(says, fact, points, months);
    }
}
