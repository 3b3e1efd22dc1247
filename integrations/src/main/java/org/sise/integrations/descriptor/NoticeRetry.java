package org.sise.integrations.descriptor;

import java.time.Duration;

/**
 * What becomes of a notice that does not arrive. While a department is away its queue waits, each time twice as long.
 *
 * @param first the first wait
 * @param longest no wait is longer, except one that the receiver asks for
 * @param asked the longest wait that a receiver may ask for
 * @param refusals how often a notice is refused before it is put aside for a person
 * @param inRow how many notices may be put aside one after the other; then the queue waits, since something else is wrong
 */
public record NoticeRetry(Duration first, Duration longest, Duration asked, int refusals, int inRow) {

    /** From one second to ten minutes, or a day where the receiver asks for it; refused twice; ten in a row. */
    public static final NoticeRetry USUAL =
            new NoticeRetry(Duration.ofSeconds(1), Duration.ofMinutes(10), Duration.ofDays(1), 2, 10);

    /** The wait after so many failures in a row, at least one. */
    public Duration after(int failures) {
        Duration wait = first;
        for (int i = 1; i < failures && wait.compareTo(longest) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
