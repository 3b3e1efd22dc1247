package org.sise.integrations.notice;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.Subscription;

/**
 * How a subscriber's queue stands.
 *
 * @param subscription the subscription
 * @param condition in a word
 * @param counts how many notices there are, by state
 * @param uncollected events of the outbox that have not been looked at, counted up to 1,000
 * @param oldest when what the first pending notice tells of happened, or null
 * @param failures failed attempts since the last success
 * @param failingSince when the first of them was, or null
 * @param nextAttempt when it is tried again, or null
 * @param lastError why the last attempt failed, or null
 * @param lastSentAt when a notice arrived last, or null
 * @param faults lines of feedback that could not be read
 */
public record SubscriberState(
        Subscription subscription,
        Condition condition,
        Map<NoticeState, Long> counts,
        long uncollected,
        @Nullable Instant oldest,
        int failures,
        @Nullable Instant failingSince,
        @Nullable Instant nextAttempt,
        @Nullable String lastError,
        @Nullable Instant lastSentAt,
        long faults) {

    /** How a queue is. */
    public enum Condition {
        /** It is told of everything. */
        OK,
        /** It lags by more than a minute. */
        BEHIND,
        /** Attempts fail. */
        FAILING,
        /** It is not in use. */
        OFF;

        /** The word for it in the API. */
        public String token() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How many notices there are in a state. */
    public long count(NoticeState state) {
        return counts.getOrDefault(state, 0L);
    }

    /** How many wait for their turn. */
    public long pending() {
        return count(NoticeState.PENDING);
    }

    /** How many have arrived, acknowledged or not. */
    public long arrived() {
        return count(NoticeState.SENT) + count(NoticeState.ACKNOWLEDGED);
    }

    /** How many are put aside. */
    public long refused() {
        return count(NoticeState.REFUSED);
    }
}
