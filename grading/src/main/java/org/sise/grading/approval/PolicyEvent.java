package org.sise.grading.approval;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a version of a policy.
 *
 * @param round how often the version had been submitted
 * @param actor an account's name, or {@code system}
 * @param inForceFrom the day asked for or set, with a submission, the day's setting and the day itself; else null
 * @param retroactive whether a day that has passed is meant
 * @param whatIf the number of the what-if on which an approval rests, else null
 * @param reason why, where a reason was given
 */
public record PolicyEvent(
        PolicyStep step,
        int round,
        String actor,
        Instant at,
        @Nullable LocalDate inForceFrom,
        boolean retroactive,
        @Nullable Long whatIf,
        @Nullable String reason) {}
