package org.sise.integrations.fetch;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.sise.integrations.descriptor.RetryRule;

/** Tries again what failed in passing, after waits that grow. */
final class Retry {

    private static final int LARGEST_SHIFT = 30;

    private final RetryRule rule;
    private final RandomGenerator random;
    private final Pause pause;

    Retry(RetryRule rule, RandomGenerator random, Pause pause) {
        this.rule = rule;
        this.random = random;
        this.pause = pause;
    }

    /** Something that may fail in passing. */
    @FunctionalInterface
    interface Attempt<T> {
        T run() throws PullFault;
    }

    /**
     * What an attempt gives.
     *
     * @throws PullFault the last one, when no attempt succeeded, or one that no further attempt betters
     */
    <T> T run(Attempt<T> attempt) throws PullFault {
        for (int n = 1; ; n++) {
            try {
                return attempt.run();
            } catch (PullFault e) {
                if (!e.isPassing() || n >= rule.attempts()) {
                    throw e;
                }
                Duration asked = e.retryAfter();
                if (asked != null && asked.compareTo(rule.longest()) > 0) {
                    throw e;
                }
                pause.pause(asked == null ? wait(n) : asked);
            }
        }
    }

    private Duration wait(int failed) {
        long first = rule.first().toMillis() << Math.min(failed - 1, LARGEST_SHIFT);
        long whole = Math.min(first < 0 ? Long.MAX_VALUE : first, rule.longest().toMillis());
        return Duration.ofMillis(whole - random.nextLong(whole / 2 + 1));
    }
}
