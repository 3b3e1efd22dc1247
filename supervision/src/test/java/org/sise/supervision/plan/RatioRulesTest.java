package org.sise.supervision.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.sise.core.grade.Grade;

class RatioRulesTest {

    private final RatioRules rules = RatioRules.standard();

    @Test
    void theWorseTheColourTheMoreIsDrawnByDefault() {
        BigDecimal before = BigDecimal.ZERO;
        for (Grade grade : Grade.values()) {
            BigDecimal ratio = rules.defaultRatios().get(grade);
            assertThat(ratio).isGreaterThan(before).isLessThanOrEqualTo(BigDecimal.ONE);
            before = ratio;
        }
    }

    @Test
    void everyPlanKeepsAShareOfPureRandomChecksWhoseOutcomeNobodyKnowsBeforehand() {
        PlanRules figures = PlanRules.standard();
        assertThat(figures.anyShareLeast()).isPositive();
        assertThat(figures.anyShare()).isBetween(figures.anyShareLeast(), BigDecimal.ONE);
        assertThat(figures.anyRatio()).isPositive().isLessThan(BigDecimal.ONE);
        assertThat(AnyShare.standard().setAside(0)).isZero();
        assertThat(AnyShare.standard().setAside(1)).isEqualTo(1);
        assertThat(AnyShare.standard().setAside(1_000)).isEqualTo(200);
        assertThat(AnyShare.NONE.setAside(1_000)).isZero();
    }

    @Test
    void defaultsLieInTheirLimitsAndSayThatTheyNeedConfirmation() {
        assertThat(rules.defaults()).hasSize(4);
        assertThat(rules.defaults().values()).allSatisfy(rule -> {
            assertThat(rule.planned()).isBetween(rule.least(), rule.most());
            assertThat(rule.confidence()).isEqualTo("low");
            assertThat(rule.source()).contains("confirmed by the authority");
        });
        assertThat(rules.all()).hasSizeGreaterThan(4);
    }
}
