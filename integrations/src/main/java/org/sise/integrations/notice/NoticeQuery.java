package org.sise.integrations.notice;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which notices; null is no restriction.
 *
 * @param among of one of these subscribers: what somebody may see
 * @param subscriber of a subscriber
 * @param state of a state
 * @param topic of a topic
 * @param subject about a business
 */
public record NoticeQuery(
        @Nullable Set<String> among,
        @Nullable String subscriber,
        @Nullable NoticeState state,
        @Nullable String topic,
        @Nullable String subject) {

    /** All notices. */
    public static final NoticeQuery ALL = new NoticeQuery(null, null, null, null, null);
}
