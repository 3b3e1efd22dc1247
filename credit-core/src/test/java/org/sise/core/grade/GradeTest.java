package org.sise.core.grade;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradeTest {

    @ParameterizedTest
    @CsvSource({
        "BLUE, YELLOW, YELLOW, true",
        "RED, ORANGE, RED, false",
        "ORANGE, ORANGE, ORANGE, false",
        "YELLOW, RED, RED, true"
    })
    void ofTwoGradesOneIsBetterAndOneIsWorse(Grade one, Grade other, Grade worse, boolean better) {
        assertThat(one.worse(other)).isEqualTo(worse);
        assertThat(other.worse(one)).isEqualTo(worse);
        assertThat(one.isBetterThan(other)).isEqualTo(better);
    }
}
