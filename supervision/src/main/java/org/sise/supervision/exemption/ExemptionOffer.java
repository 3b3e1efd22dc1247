package org.sise.supervision.exemption;

import java.util.List;

/**
 * An entry that speaks of a finding, with how each of its conditions stands.
 *
 * @param entry the entry
 * @param checks its conditions, in the entry's order
 */
public record ExemptionOffer(ExemptionEntry entry, List<ConditionCheck> checks) {

    /** Copies its list. */
    public ExemptionOffer {
        checks = List.copyOf(checks);
    }

    /** Whether the finding can be exempted by it: nothing speaks against it. */
    public boolean isOpen() {
        return entry.standing() != ExemptionEntry.Standing.EXCLUDED
                && entry.standing() != ExemptionEntry.Standing.KEPT
                && checks.stream().noneMatch(check -> check.answer() == ConditionCheck.Answer.FAILS);
    }

    /** Whether a correction with a deadline goes with it. */
    public boolean needsCorrection() {
        return checks.stream().anyMatch(check -> check.answer() == ConditionCheck.Answer.BY_DEADLINE);
    }
}
