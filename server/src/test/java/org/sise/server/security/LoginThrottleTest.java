package org.sise.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private Instant now = Instant.parse("2026-11-22T02:00:00Z");
    private final Clock clock = new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };
    private final LoginThrottle throttle = new LoginThrottle(new AccessSettings.Login(3, Duration.ofMinutes(1)), clock);

    @Test
    void a_name_is_locked_after_its_failures_and_free_after_a_while() {
        throttle.failed("a");
        throttle.failed("a");
        assertThat(throttle.isLocked("a")).isFalse();
        throttle.failed("a");
        assertThat(throttle.isLocked("a")).isTrue();
        assertThat(throttle.isLocked("b")).isFalse();
        now = now.plusSeconds(61);
        assertThat(throttle.isLocked("a")).isFalse();
    }

    @Test
    void a_success_forgets_the_failures_before_it() {
        throttle.failed("a");
        throttle.failed("a");
        throttle.succeeded("a");
        throttle.failed("a");
        assertThat(throttle.isLocked("a")).isFalse();
    }

    @Test
    void memory_is_bounded() {
        for (int i = 0; i < LoginThrottle.NAMES + 1; i++) {
            throttle.failed("first");
            throttle.failed("name " + i);
        }
        assertThat(throttle.isLocked("first")).isTrue();
        for (int i = 0; i < LoginThrottle.NAMES; i++) {
            throttle.failed("other " + i);
        }
        assertThat(throttle.isLocked("first")).isFalse();
    }
}
