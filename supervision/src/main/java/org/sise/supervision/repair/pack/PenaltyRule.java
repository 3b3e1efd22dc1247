package org.sise.supervision.repair.pack;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.core.money.Yuan;
import org.sise.core.record.Severity;
import org.sise.scoring.policy.Text;

/**
 * The class of one kind of penalty.
 *
 * @param code its row in the table of penalty kinds
 * @param words one of them stands in the penalty's published category
 * @param from least fine in yuan, or null
 * @param below the fine is less than that many yuan, or null
 * @param publicity where it differs from its class's, else null
 */
public record PenaltyRule(
        String code,
        Text label,
        List<String> words,
        @Nullable Integer from,
        @Nullable Integer below,
        Severity severity,
        @Nullable Publicity publicity,
        Grounds grounds) {
    public PenaltyRule {
        words = List.copyOf(words);
    }

    /** Whether a fine is within the bounds; one of an unknown amount counts as the least of those that begin somewhere. */
    boolean takes(@Nullable Yuan fine, int leastFrom) {
        BigDecimal yuan = fine == null ? BigDecimal.valueOf(leastFrom) : fine.amount();
        return (from == null || yuan.compareTo(BigDecimal.valueOf(from)) >= 0)
                && (below == null || yuan.compareTo(BigDecimal.valueOf(below)) < 0);
    }
}
