package org.sise.integrations.feed;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for a condition, for a minute at most. */
public final class Await {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private Await() {}

    public static <T> T until(Supplier<T> look, Predicate<T> holds) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        T seen = look.get();
        while (!holds.test(seen)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain, last seen: " + seen);
            }
            Thread.sleep(20);
            seen = look.get();
        }
        return seen;
    }
}
