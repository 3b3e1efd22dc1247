package org.sise.supervision.exemption;

import java.time.Instant;
import java.util.List;

/**
 * A person's decision on a finding.
 *
 * @param id its number
 * @param visit the visit
 * @param item the check item
 * @param entry the entry by which it was decided
 * @param exempted whether the finding is not punished
 * @param checks each condition with its answer at the time, one a line: word, answer, evidence
 * @param reason why
 * @param at when
 * @param by who decided
 */
public record ExemptionDecision(
        long id,
        long visit,
        String item,
        String entry,
        boolean exempted,
        List<String> checks,
        String reason,
        Instant at,
        String by) {

    /** Copies its list. */
    public ExemptionDecision {
        checks = List.copyOf(checks);
    }
}
