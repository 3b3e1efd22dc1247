package org.sise.integrations.notice;

import org.jspecify.annotations.Nullable;

/**
 * Which notices; null is no restriction.
 *
 * @param subscriber of a subscriber
 * @param state of a state
 * @param topic of a topic
 * @param subject about a business
 */
public record NoticeQuery(
        @Nullable String subscriber,
        @Nullable NoticeState state,
        @Nullable String topic,
        @Nullable String subject) {}
