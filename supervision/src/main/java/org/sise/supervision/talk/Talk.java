package org.sise.supervision.talk;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;

/**
 * A talk with a business.
 *
 * @param id its number
 * @param kind what it is for
 * @param business with whom
 * @param department who talks
 * @param reason why
 * @param record the number of the record that it is about, or null
 * @param state where it stands
 * @param proposedBy who proposed it
 * @param proposedAt when
 * @param at when it is to be or was appointed for, or null
 * @param place where, or null
 * @param heldOn the day on which it was held, or null
 * @param attended who attended, by office and without numbers of identity, or null
 * @param minutes what was said, or null
 * @param followUpDue the last day for its follow-up, or null
 * @param outcome what the follow-up found, or null
 */
public record Talk(
        long id,
        TalkKind kind,
        CreditCode business,
        String department,
        String reason,
        @Nullable Long record,
        TalkState state,
        String proposedBy,
        Instant proposedAt,
        @Nullable Instant at,
        @Nullable String place,
        @Nullable LocalDate heldOn,
        @Nullable String attended,
        @Nullable String minutes,
        @Nullable LocalDate followUpDue,
        @Nullable String outcome) {}
