package org.sise.supervision.repair.pack;

import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.Text;

/**
 * Why a rule applies, with where the rule comes from.
 *
 * @param grounds null where it follows from the record alone
 */
public record Reason(Text text, @Nullable Grounds grounds) {
    static Reason of(String zh, String en, @Nullable Grounds grounds) {
        return new Reason(new Text(zh, en), grounds);
    }
}
