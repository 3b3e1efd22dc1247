package org.sise.scoring.difference;

import org.jspecify.annotations.Nullable;
import org.sise.scoring.grade.Fact;
import org.sise.scoring.policy.Points;
import org.sise.scoring.policy.Text;

/**
 * One thing in which two explanations of a party's grade differ.
 *
 * @param rule the id of the indicator, dimension, rule or grade that it is about; empty for the score and the scope
 * @param fact the record that it is about; null where no single record is
 * @param before the points (or the score) on the first side; null where there were none
 * @param after the points (or the score) on the second side; null where there are none
 * @param text what differs, in words
 */
public record Change(
        Type type,
        String rule,
        @Nullable Fact fact,
        @Nullable Points before,
        @Nullable Points after,
        Text text) {
    /** What kind of thing differs. */
    public enum Type {
        /** One side does not grade the party, or each refuses it for another reason. */
        SCOPE,
        /** Points that only the second side gives. */
        POINTS_APPEARED,
        /** Points that only the first side gives. */
        POINTS_VANISHED,
        /** Points that both sides give, but not as many. */
        POINTS_CHANGED,
        /** Another value of a figure that is no part of a score. */
        FIGURE,
        /** A rule beside the score that applies only on the second side. */
        RULE_APPEARED,
        /** A rule beside the score that applies only on the first side. */
        RULE_VANISHED,
        /** A rule beside the score that leads to another grade. */
        RULE_CHANGED,
        /** Another score. */
        SCORE,
        /** Another grade by the score alone. */
        BASE;

        boolean isOfNumbers() {
            return switch (this) {
                case POINTS_APPEARED, POINTS_VANISHED, POINTS_CHANGED, FIGURE -> true;
                case SCOPE, RULE_APPEARED, RULE_VANISHED, RULE_CHANGED, SCORE, BASE -> false;
            };
        }
    }
}
