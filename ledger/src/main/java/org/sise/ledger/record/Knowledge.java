package org.sise.ledger.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Up to where the ledger's knowledge is taken.
 *
 * @param at records that the ledger came to know later are left out
 * @param snapshot the text of a {@code pg_snapshot}: records of transactions that it does not see are left out too, which
 *     is exact where transactions overlap; null: by time alone
 */
public record Knowledge(Instant at, @Nullable String snapshot) {
    /** By time alone. */
    public static Knowledge at(Instant time) {
        return new Knowledge(time, null);
    }
}
