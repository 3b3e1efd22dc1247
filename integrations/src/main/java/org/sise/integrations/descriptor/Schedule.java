package org.sise.integrations.descriptor;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** When a source is looked at. */
public sealed interface Schedule {

    /** The zone of clock times. */
    ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /**
     * The next time.
     *
     * @param last when the last look began, or null when there was none
     * @param now the present
     * @return not before now, except where the time has passed already
     */
    Instant next(@Nullable Instant last, Instant now);

    /** So long after the last look began; at once when there was none. */
    record Every(Duration period) implements Schedule {
        @Override
        public Instant next(@Nullable Instant last, Instant now) {
            return last == null || last.isAfter(now) ? now : last.plus(period);
        }
    }

    /** At the clock times of a cron expression, once for those that passed while nobody looked. */
    record At(Cron cron) implements Schedule {
        @Override
        public Instant next(@Nullable Instant last, Instant now) {
            return cron.next((last == null || last.isAfter(now) ? now : last).atZone(ZONE))
                    .toInstant();
        }
    }
}
