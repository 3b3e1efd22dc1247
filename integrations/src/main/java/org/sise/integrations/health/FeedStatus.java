package org.sise.integrations.health;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.FeedDescriptor;
import org.sise.integrations.landing.Delivery;

/**
 * How a feed stands now.
 *
 * @param feed the feed
 * @param state in a word
 * @param lastFile when its last file was read to its end, or null
 * @param lastRow when its last rows came, or null
 * @param lastPull its last pull, or null
 * @param lag how long ago the last file was read to its end, or null
 * @param days the latest days, today last
 * @param open faulty rows in the quarantine
 * @param oldestOpen since when the oldest of them is there, or null
 * @param waiting rows that wait for a registration
 * @param held the delivery that waits for a person, or null
 */
public record FeedStatus(
        FeedDescriptor feed,
        FeedState state,
        @Nullable Instant lastFile,
        @Nullable Instant lastRow,
        @Nullable Pull lastPull,
        @Nullable Duration lag,
        List<FeedDay> days,
        long open,
        @Nullable Instant oldestOpen,
        long waiting,
        @Nullable Delivery held) {

    /**
     * A look for something new at a feed's source.
     *
     * @param startedAt when it began
     * @param state {@code ok}, {@code empty} or {@code failed}
     * @param message why it failed, in Chinese and English, or null
     */
    public record Pull(
            Instant startedAt, String state, @Nullable String message) {

        /** Whether it failed. */
        public boolean failed() {
            return state.equals("failed");
        }
    }

    /** Today so far. */
    public FeedDay today() {
        return days.getLast();
    }
}
