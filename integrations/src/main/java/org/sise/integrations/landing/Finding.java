package org.sise.integrations.landing;

import org.jspecify.annotations.Nullable;

/**
 * Something unusual about a delivery that a person must look at.
 *
 * @param reason what is unusual
 * @param measured the figure that was measured: rows, a share, matters
 * @param usual with what it was compared, or null
 * @param least the least that would be usual, or null
 * @param most the most that would be usual, or null
 * @param message all of it as a sentence, in Chinese and English
 */
public record Finding(
        HoldReason reason,
        double measured,
        @Nullable Double usual,
        @Nullable Double least,
        @Nullable Double most,
        String message) {}
