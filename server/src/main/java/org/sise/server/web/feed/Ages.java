package org.sise.server.web.feed;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sise.server.web.Words;

/** How long something is ago, in the largest unit that gives a whole number of two or more. */
public final class Ages {

    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;

    private final Instant now;

    Ages(Instant now) {
        this.now = now;
    }

    /** Since a time; a dash where there is none. */
    public String since(@Nullable Instant then, Words words) {
        return then == null ? words.text(null) : of(Duration.between(then, now), words);
    }

    /** Of a length of time; a dash where there is none. */
    public String of(@Nullable Duration duration, Words words) {
        if (duration == null) {
            return words.text(null);
        }
        long minutes = Math.max(0, duration.toMinutes());
        if (minutes >= 2 * DAY) {
            return words.say("feed.age.days", words.count(minutes / DAY));
        }
        return minutes >= 2 * HOUR
                ? words.say("feed.age.hours", words.count(minutes / HOUR))
                : words.say("feed.age.minutes", words.count(minutes));
    }
}
