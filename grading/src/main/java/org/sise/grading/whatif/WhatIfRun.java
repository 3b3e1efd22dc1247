package org.sise.grading.whatif;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A what-if as it stands now.
 *
 * @param id its number
 * @param draftDigest of the policy that is tried
 * @param againstDigest of the policy with which it is compared
 * @param asOf the day as of which the draft grades
 * @param againstAsOf the day as of which the other grades
 * @param askedBy an account's name
 * @param done how many businesses have been graded so far
 * @param total about how many there are; 0 before it has begun
 * @param knownAt up to when the ledger's knowledge was taken; null before it is finished
 * @param failure why it came to nothing; null where it did not
 */
public record WhatIfRun(
        long id,
        String draftDigest,
        String againstDigest,
        LocalDate asOf,
        LocalDate againstAsOf,
        String askedBy,
        Instant askedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        long done,
        long total,
        @Nullable Instant knownAt,
        @Nullable String failure) {

    public WhatIfState state() {
        if (failure != null) {
            return WhatIfState.FAILED;
        }
        if (finishedAt != null) {
            return WhatIfState.FINISHED;
        }
        return startedAt == null ? WhatIfState.WAITING : WhatIfState.RUNNING;
    }
}
