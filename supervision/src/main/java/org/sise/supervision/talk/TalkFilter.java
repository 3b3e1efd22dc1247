package org.sise.supervision.talk;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which talks are asked for; what is null does not restrict.
 *
 * @param kind what they are for
 * @param state where they stand
 * @param business a credit code
 * @param followUpBy held, and to be followed up by this day
 */
public record TalkFilter(
        @Nullable TalkKind kind,
        @Nullable TalkState state,
        @Nullable String business,
        @Nullable LocalDate followUpBy) {}
