package org.sise.supervision.talk;

import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;

/**
 * A talk to propose.
 *
 * @param kind what it is for
 * @param business with whom
 * @param department who talks
 * @param reason why, in words
 * @param record the number of the record that it is about, or null
 */
public record TalkDraft(
        TalkKind kind,
        CreditCode business,
        String department,
        String reason,
        @Nullable Long record) {}
