package org.sise.integrations.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sise.integrations.descriptor.FeedWatch;
import org.sise.integrations.landing.Disappearances.Found;
import org.sise.integrations.landing.HoldReason;
import org.sise.integrations.landing.Usual;

class GuardTest {

    private static final Usual USUAL = new Usual(10, 1_000, 0.01);

    private final Guard guard = new Guard(new FeedWatch(
            null,
            Duration.ZERO,
            null,
            new FeedWatch.History(10, 3),
            new FeedWatch.Rows(0.5, 3),
            new FeedWatch.Quarantine(0.05, 20),
            new FeedWatch.Withdrawn(0.1)));

    @Test
    void rowsAreUsualBetweenHalfAndThreeTimesTheMedian() {
        assertThat(guard.rows(500, USUAL)).isEmpty();
        assertThat(guard.rows(3_000, USUAL)).isEmpty();
        assertThat(guard.rows(499, USUAL)).hasValueSatisfying(found -> {
            assertThat(found.reason()).isEqualTo(HoldReason.UNUSUAL_ROWS);
            assertThat(found.measured()).isEqualTo(499);
            assertThat(found.least()).isEqualTo(500.0);
        });
        assertThat(guard.rows(3_001, USUAL)).isPresent();
    }

    @Test
    void withoutHistoryNothingIsUnusual() {
        Usual young = new Usual(2, 1_000, 0);
        assertThat(guard.counts(young)).isFalse();
        assertThat(guard.rows(1, young)).isEmpty();
        assertThat(guard.faulty(100, 100, young)).isEmpty();
    }

    @Test
    void aJumpOfTheFaultyShareIsUnusualFromAFewRowsOn() {
        assertThat(guard.faulty(19, 19, USUAL)).isEmpty();
        assertThat(guard.faulty(100, 6, USUAL)).isEmpty();
        assertThat(guard.faulty(100, 7, USUAL))
                .hasValueSatisfying(found -> assertThat(found.message())
                        .contains("7 of 100 rows read are faulty (7.0%); usual are 1.0%, at most 6.0%"));
        assertThat(guard.faulty(100, 40, new Usual(10, 1_000, 0.4)))
                .as("a feed that has always been so")
                .isEmpty();
    }

    @Test
    void aTenthMayBeWithdrawnUnaskedAndOneOfAShortListButNeverTheLast() {
        assertThat(guard.withdrawals(new Found(10, 100, 0))).isEmpty();
        assertThat(guard.withdrawals(new Found(11, 100, 0))).isPresent();
        assertThat(guard.withdrawals(new Found(1, 3, 0))).isEmpty();
        assertThat(guard.withdrawals(new Found(2, 3, 0))).isPresent();
        assertThat(guard.withdrawals(new Found(1, 1, 0))).isPresent();
        assertThat(guard.withdrawals(new Found(0, 0, 0))).isEmpty();
    }

    @Test
    void rowsThatDoNotTellTheirMatterStopWithdrawalsOnlyWhereThereAreAny() {
        assertThat(guard.unclear(new Found(0, 100, 5))).isEmpty();
        assertThat(guard.unclear(new Found(1, 100, 1))).isPresent();
        assertThat(guard.unclear(new Found(5, 100, 0))).isEmpty();
    }
}
