package org.sise.scoring.grade;

import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.Points;
import org.sise.scoring.policy.Says;
import org.sise.scoring.policy.Text;

/**
 * One addend of a dimension's score. The contributions of a dimension add up to its score exactly.
 *
 * @param rule the id of the indicator or figure, or of the dimension for its start and limits
 * @param dimension null: the indicator only feeds figures
 * @param fact null where no single record is the reason
 * @param months the record's age in complete months, 0 without a record
 * @param basis the legal basis; empty for a dimension's start and limits
 */
public record Contribution(
        Type type,
        String rule,
        @Nullable String dimension,
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
        /** The cap of an indicator or of a group of records, taking back what goes beyond it. */
        CAP,
        /** A figure. */
        FIGURE,
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
