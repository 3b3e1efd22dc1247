package org.sise.integrations.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sise.integrations.descriptor.FeedWatch;

class FeedStateTest {

    private static final Instant FILE = Instant.parse("2026-03-01T02:00:00Z");
    private static final FeedWatch DAILY = watch(Duration.ofDays(1), Duration.ofDays(3));

    @Test
    void aFeedIsLateOnlyBeyondItsRhythmAndItsGrace() {
        assertThat(daily(Duration.ofHours(24))).isEqualTo(FeedState.OK);
        assertThat(daily(Duration.ofHours(30))).isEqualTo(FeedState.OK);
        assertThat(daily(Duration.ofHours(30).plusMillis(1))).isEqualTo(FeedState.LATE);
    }

    @Test
    void aFeedThatHasGivenNothingForLongerIsSilent() {
        assertThat(daily(Duration.ofDays(3))).isEqualTo(FeedState.LATE);
        assertThat(daily(Duration.ofDays(3).plusSeconds(1))).isEqualTo(FeedState.SILENT);
    }

    @Test
    void aFeedWithoutARhythmIsNeverLateButMayBeSilent() {
        FeedWatch watch = watch(null, Duration.ofDays(30));
        assertThat(state(watch, Duration.ofDays(29))).isEqualTo(FeedState.OK);
        assertThat(state(watch, Duration.ofDays(31))).isEqualTo(FeedState.SILENT);
        assertThat(state(watch(null, null), Duration.ofDays(3_000))).isEqualTo(FeedState.OK);
    }

    @Test
    void aSourceThatAnswersThatThereIsNothingIsNotLateButSilentInTheEnd() {
        Instant answer = FILE.plus(Duration.ofDays(2));
        assertThat(FeedState.of(DAILY, signs(FILE, answer, false, false), FILE.plus(Duration.ofDays(3))))
                .isEqualTo(FeedState.OK);
        assertThat(FeedState.of(DAILY, signs(FILE, answer, false, false), FILE.plus(Duration.ofDays(4))))
                .isEqualTo(FeedState.SILENT);
    }

    @Test
    void aHeldDeliveryAndAFailedPullComeBeforeEverythingElse() {
        Instant now = FILE.plus(Duration.ofDays(9));
        assertThat(FeedState.of(DAILY, signs(FILE, null, true, true), now)).isEqualTo(FeedState.HELD);
        assertThat(FeedState.of(DAILY, signs(FILE, null, false, true), now)).isEqualTo(FeedState.FAILING);
        assertThat(FeedState.of(DAILY, signs(null, null, true, false), now)).isEqualTo(FeedState.HELD);
    }

    @Test
    void aFeedThatNeverGaveAnythingIsNoCauseForAlarm() {
        assertThat(FeedState.of(DAILY, signs(null, null, false, false), FILE)).isEqualTo(FeedState.NEVER);
        assertThat(FeedState.NEVER.isAlarming()).isFalse();
    }

    private static FeedState daily(Duration since) {
        return state(DAILY, since);
    }

    private static FeedState state(FeedWatch watch, Duration since) {
        return FeedState.of(watch, signs(FILE, null, false, false), FILE.plus(since));
    }

    private static FeedState.Signs signs(
            @Nullable Instant file, @Nullable Instant answer, boolean held, boolean failing) {
        return new FeedState.Signs(file, answer, held, failing);
    }

    private static FeedWatch watch(@Nullable Duration every, @Nullable Duration silentAfter) {
        return new FeedWatch(every, Duration.ofHours(6), silentAfter, new FeedWatch.History(10, 3), null, null, null);
    }
}
