package org.sise.supervision.exemption;

import java.util.List;

/**
 * How a condition stands for one finding.
 *
 * @param condition the condition
 * @param answer what the records say, or that a person has to
 * @param evidence the records and corrections that were looked at, each in a line for readers of both languages
 */
public record ConditionCheck(ExemptionCondition condition, Answer answer, List<String> evidence) {

    /** Copies its list. */
    public ConditionCheck {
        evidence = List.copyOf(evidence);
    }

    /** What is known of a condition. */
    public enum Answer {
        /** It holds by the records. */
        HOLDS,
        /** It does not hold. */
        FAILS,
        /** It will hold if the correction is made in time. */
        BY_DEADLINE,
        /** The records do not tell: a person has to confirm it. */
        TO_CONFIRM
    }
}
