package org.sise.supervision.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class RateTest {

    /** Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 3 (Wilson's score). */
    @Test
    void the_interval_is_wilsons() {
        Rate rate = Rate.of(81, 263);
        assertThat(rate.low()).isCloseTo(0.2553, within(0.00005));
        assertThat(rate.high()).isCloseTo(0.3662, within(0.00005));
        Rate few = Rate.of(1, 29);
        assertThat(few.low()).isCloseTo(0.0061, within(0.00005));
        assertThat(few.high()).isCloseTo(0.1718, within(0.00005));
        Rate none = Rate.of(0, 20);
        assertThat(none.low()).isZero();
        assertThat(none.high()).isCloseTo(0.1611, within(0.00005));
    }

    /** Newcombe, Statistics in Medicine 17 (1998) 873–890, table II, method 10: 56/70 − 48/80. */
    @Test
    void the_difference_is_newcombes() {
        Rate.Difference difference = Objects.requireNonNull(Rate.of(56, 70).minus(Rate.of(48, 80)));
        assertThat(difference.value()).isCloseTo(0.2, within(1e-9));
        assertThat(difference.low()).isCloseTo(0.0524, within(0.00005));
        assertThat(difference.high()).isCloseTo(0.3339, within(0.00005));
        assertThat(difference.isSure()).isTrue();
        assertThat(Objects.requireNonNull(Rate.of(9, 10).minus(Rate.of(3, 10))).isSure())
                .isTrue();
        assertThat(Objects.requireNonNull(Rate.of(6, 10).minus(Rate.of(5, 10))).isSure())
                .isFalse();
    }

    @Test
    void of_nothing_nothing_is_known() {
        assertThat(Rate.of(0, 0).high()).isEqualTo(1);
        assertThat(Rate.of(3, 5).minus(Rate.of(0, 0))).isNull();
        assertThatIllegalArgumentException().isThrownBy(() -> Rate.of(3, 2));
    }
}
