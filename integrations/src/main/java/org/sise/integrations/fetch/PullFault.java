package org.sise.integrations.fetch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Thrown where a pull cannot go on; the message says why and what to do, in Chinese and English, without secrets. */
final class PullFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final PullReason reason;
    private final boolean passing;
    private final @Nullable Duration retryAfter;

    private PullFault(
            PullReason reason,
            String zh,
            String en,
            boolean passing,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        super("%s: %s / %s: %s".formatted(reason.zh(), zh, reason.en(), en), cause);
        this.reason = reason;
        this.passing = passing;
        this.retryAfter = retryAfter;
    }

    /** What somebody has to mend. */
    static PullFault lasting(PullReason reason, String zh, String en) {
        return new PullFault(reason, zh, en, false, null, null);
    }

    /** What somebody has to mend, seen by an exception. */
    static PullFault lasting(PullReason reason, String zh, String en, Throwable cause) {
        return new PullFault(reason, zh, en, false, null, cause);
    }

    /** What may be better in a moment. */
    static PullFault passing(PullReason reason, String zh, String en, @Nullable Throwable cause) {
        return new PullFault(reason, zh, en, true, null, cause);
    }

    /** What is better after a time that the source names. */
    static PullFault until(PullReason reason, String zh, String en, Duration retryAfter) {
        return new PullFault(reason, zh, en, true, retryAfter, null);
    }

    PullReason reason() {
        return reason;
    }

    /** Whether it may be better in a moment. */
    boolean isPassing() {
        return passing;
    }

    /** How long the source asks to wait, or null. */
    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }

    String message() {
        return String.valueOf(getMessage());
    }
}
