package org.sise.supervision.stratum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sise.core.grade.Grade;

class StratumTest {

    @Test
    void a_name_says_how_its_businesses_come_to_be_drawn() {
        Map<String, Selection> ways = Map.of(
                "ANY", Selection.ANY,
                "RED", Selection.RANDOM_SHARE,
                "ORANGE-HIGH", Selection.RANDOM_SHARE,
                "RED-WORST", Selection.WORST,
                "ORANGE-HIGH-WORST", Selection.WORST);
        ways.forEach((name, selection) -> {
            Stratum stratum = Stratum.of(name);
            assertThat(stratum.name()).isEqualTo(name);
            assertThat(stratum.selection()).as(name).isEqualTo(selection);
        });
        assertThat(Stratum.of("ANY")).isEqualTo(Stratum.ANY);
    }

    @Test
    void one_of_any_colour_has_no_risk_no_worst_and_no_ratio_of_its_own() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Stratum(null, Risk.HIGH, false));
        assertThatIllegalArgumentException().isThrownBy(() -> Stratum.ANY.ofWorst());
        assertThatIllegalArgumentException().isThrownBy(() -> Stratum.of("ANY-WORST"));
        assertThat(RatioMatrix.byColour(Map.of(Grade.RED, BigDecimal.ONE)).of(Stratum.ANY))
                .isNull();
    }
}
