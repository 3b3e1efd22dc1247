package org.sise.supervision.commitment;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;

/**
 * A commitment that was signed here.
 *
 * @param id its number
 * @param kind the code of its kind
 * @param business who promised
 * @param matter what it is for
 * @param content the text as signed
 * @param department who received it
 * @param items the check items that it stands for
 * @param madeOn when
 * @param until the last day by which it is to be kept
 * @param checkBy the last day for its verification
 * @param signer who signed
 * @param published whether it is published
 * @param recordKey its matter in the ledger
 * @param state where it stands
 * @param confirmedOn when keeping or breach was established, or null
 * @param inspection the inspection record that found the breach, or null
 * @param bannedUntil the last day without another one of its type, or null
 * @param reportedOn when the business said that it kept it, or null once that was judged
 * @param report what it said, or null
 */
public record SignedCommitment(
        long id,
        String kind,
        CreditCode business,
        String matter,
        String content,
        String department,
        List<String> items,
        LocalDate madeOn,
        LocalDate until,
        LocalDate checkBy,
        String signer,
        boolean published,
        String recordKey,
        CommitmentState state,
        @Nullable LocalDate confirmedOn,
        @Nullable Long inspection,
        @Nullable LocalDate bannedUntil,
        @Nullable LocalDate reportedOn,
        @Nullable String report) {}
