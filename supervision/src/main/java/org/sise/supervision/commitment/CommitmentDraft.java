package org.sise.supervision.commitment;

import java.time.LocalDate;
import java.util.List;
import org.sise.core.code.CreditCode;

/**
 * What is to be promised.
 *
 * @param kind the code of its kind
 * @param business who promises
 * @param matter what it is for
 * @param department who receives it
 * @param items the check items that it stands for, of kinds that may; else none
 * @param until the last day by which it is to be kept
 * @param signer who signs for the business
 */
public record CommitmentDraft(
        String kind,
        CreditCode business,
        String matter,
        String department,
        List<String> items,
        LocalDate until,
        String signer) {

    /** Copies the items. */
    public CommitmentDraft {
        items = List.copyOf(items);
    }
}
