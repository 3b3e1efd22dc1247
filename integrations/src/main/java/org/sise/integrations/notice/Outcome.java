package org.sise.integrations.notice;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How an attempt to send a notice ended. */
sealed interface Outcome {

    /** The HTTP status, or null. */
    @Nullable
    Integer status();

    /**
     * It arrived.
     *
     * @param acknowledged whether the receiver confirmed it at once
     * @param reference the receiver's number for it, or null
     */
    record Arrived(
            @Nullable Integer status,
            boolean acknowledged,
            @Nullable String reference) implements Outcome {

        /** Without an answer. */
        static final Arrived SILENTLY = new Arrived(null, false, null);
    }

    /**
     * It did not arrive, for a reason that is not its own; the queue waits.
     *
     * @param message why, in Chinese and English, without secrets
     * @param asked how long the receiver asks to wait, or null
     */
    record Later(
            @Nullable Integer status,
            String message,
            @Nullable Duration asked) implements Outcome {}

    /**
     * The receiver does not take this notice.
     *
     * @param message why, in Chinese and English
     */
    record Refused(@Nullable Integer status, String message) implements Outcome {}
}
