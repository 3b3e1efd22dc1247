package org.sise.server.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class MomentTest {

    private final Clock clock = Clock.fixed(Instant.parse("2026-11-21T17:30:00Z"), ZoneOffset.UTC);

    @Test
    void by_default_it_is_today_in_shanghai_and_now() {
        Moment moment = Moment.of(null, "", clock);
        assertThat(moment.asOf()).isEqualTo(LocalDate.of(2026, 11, 22));
        assertThat(moment.knownAt()).isEqualTo(clock.instant());
        assertThat(moment.replay()).isFalse();
    }

    @Test
    void a_time_without_zone_is_shanghais_and_a_day_means_its_end() {
        assertThat(Moment.of(null, "2026-11-22T11:00", clock).knownAt()).isEqualTo("2026-11-22T03:00:00Z");
        assertThat(Moment.of(null, "2026-11-22T03:00:00Z", clock).knownAt()).isEqualTo("2026-11-22T03:00:00Z");
        assertThat(Moment.of(null, "2026-11-22", clock).knownAt()).isEqualTo("2026-11-22T15:59:59.999Z");
    }

    @Test
    void a_day_that_is_none_is_refused() {
        assertThatThrownBy(() -> Moment.of("2026-02-30", null, clock))
                .isInstanceOfSatisfying(
                        BadParameterException.class, e -> assertThat(e.field()).isEqualTo("asOf"));
        assertThatThrownBy(() -> Moment.of(null, "yesterday", clock))
                .isInstanceOfSatisfying(
                        BadParameterException.class, e -> assertThat(e.field()).isEqualTo("knownAt"));
    }
}
