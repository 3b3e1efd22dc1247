package org.sise.supervision.talk;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A talk that a person may propose.
 *
 * @param kind what it is for
 * @param business a credit code
 * @param record the number of the first minor breach, or null
 * @param on the day of the breach, or null
 */
public record SuggestedTalk(
        TalkKind kind,
        String business,
        @Nullable Long record,
        @Nullable LocalDate on) {}
