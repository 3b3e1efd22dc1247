package org.sise.supervision.listing;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;

/**
 * A business's entry on a list, from its proposal to its removal.
 *
 * @param id its number
 * @param code the list's code
 * @param ground the ground's number within the list
 * @param kind which kind of record it becomes
 * @param business the business
 * @param department who lists
 * @param evidence the record that proves the ground, or null
 * @param document the decision's number once decided, before it the document that proves the ground, or null
 * @param facts what happened
 * @param state where it stands
 * @param proposedBy who proposed it
 * @param proposedAt when
 * @param servedOn when the business was told, or null
 * @param hearingDue the last day on which it may ask to be heard, or null
 * @param heard whether it was heard
 * @param decidedBy who decided, or null
 * @param listedOn day of listing, or null
 * @param until last day on the list, or null
 * @param recordKey its matter in the ledger, or null
 * @param removalAskedBy who asked for its removal, or null
 * @param removalReason why, or null
 * @param removalDue the last day for the decision about it, or null
 * @param removedOn day of removal, or null
 */
public record Listing(
        long id,
        String code,
        String ground,
        ListingGround.Kind kind,
        CreditCode business,
        String department,
        @Nullable Long evidence,
        @Nullable String document,
        String facts,
        ListingState state,
        String proposedBy,
        Instant proposedAt,
        @Nullable LocalDate servedOn,
        @Nullable LocalDate hearingDue,
        boolean heard,
        @Nullable String decidedBy,
        @Nullable LocalDate listedOn,
        @Nullable LocalDate until,
        @Nullable String recordKey,
        @Nullable String removalAskedBy,
        @Nullable String removalReason,
        @Nullable LocalDate removalDue,
        @Nullable LocalDate removedOn) {}
