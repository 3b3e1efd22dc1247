package org.sise.integrations.descriptor;

import java.time.Duration;

/**
 * How often something that failed in passing is tried again. The wait doubles each time, less a random part of up to a
 * half, so that many do not come back at once.
 *
 * @param attempts attempts in all, at least 1
 * @param first the longest first wait
 * @param longest no wait is longer, also not one that a server asks for
 */
public record RetryRule(int attempts, Duration first, Duration longest) {

    /** Five attempts, from one second to a minute. */
    public static final RetryRule USUAL = new RetryRule(5, Duration.ofSeconds(1), Duration.ofMinutes(1));
}
