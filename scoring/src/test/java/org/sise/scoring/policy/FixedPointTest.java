package org.sise.scoring.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixedPointTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "12, 12000",
        "12.5, 12500",
        "-0.25, -250",
        "+3, 3000",
        "1.2345, 1235",
        "1.2344999, 1234",
        "-1.2345, -1235",
        ".5, 500",
        "5., 5000",
        "99999999999999999999, 1000000000000000"
    })
    void parsesPlainDecimals(String text, long milli) {
        assertThat(FixedPoint.parse(text)).isEqualTo(milli);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", ".", "1e3", "1,000", "１２", "12 ", "1.2.3", "abc"})
    void answersMissingForAnythingElse(String text) {
        assertThat(FixedPoint.parse(text)).isEqualTo(FixedPoint.MISSING);
    }

    @Property
    void roundsAProductOnceHalfUp(
            @ForAll @LongRange(min = -10_000_000, max = 10_000_000) long points,
            @ForAll @LongRange(min = 0, max = 1_000_000) long weight,
            @ForAll @LongRange(min = 0, max = 10_000) long factor) {
        BigDecimal exact = BigDecimal.valueOf(points, 3)
                .multiply(BigDecimal.valueOf(weight, 3))
                .multiply(BigDecimal.valueOf(factor, 3))
                .setScale(3, RoundingMode.HALF_UP);
        assertThat(FixedPoint.product(points, weight, factor))
                .isEqualTo(exact.unscaledValue().longValueExact());
    }

    @Property
    void roundsAQuotientHalfUp(
            @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long value,
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long unit) {
        BigDecimal exact = BigDecimal.valueOf(value).divide(BigDecimal.valueOf(unit), 3, RoundingMode.HALF_UP);
        long expected = exact.unscaledValue().longValueExact();
        assertThat(FixedPoint.quotient(value, unit))
                .isEqualTo(Math.clamp(expected, -FixedPoint.LIMIT, FixedPoint.LIMIT));
    }

    @Test
    void saturatesInsteadOfOverflowing() {
        assertThat(FixedPoint.product(Long.MAX_VALUE / 2, 1_000_000)).isEqualTo(FixedPoint.LIMIT);
        assertThat(FixedPoint.product(Long.MAX_VALUE / 2, -1_000_000)).isEqualTo(-FixedPoint.LIMIT);
    }

    @Test
    void pointsAreExactAndPlain() {
        assertThat(Points.of("12.500")).hasToString("12.5").isEqualTo(new Points(12500));
        assertThat(Points.of(100)).hasToString("100");
        assertThat(new Points(-1)).hasToString("-0.001");
    }
}
