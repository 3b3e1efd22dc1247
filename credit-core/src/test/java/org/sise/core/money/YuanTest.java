package org.sise.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class YuanTest {

    @Test
    void amountsThatDifferOnlyInNotationAreEqual() {
        assertThat(yuan("100")).isEqualTo(yuan("100.00")).isEqualTo(yuan("1E2")).hasToString("100.00");
        assertThat(yuan("100")).hasSameHashCodeAs(yuan("100.0"));
    }

    @Test
    void tenThousandsAreExact() {
        assertThat(Yuan.ofWan(new BigDecimal("0.1"))).isEqualTo(yuan("1000"));
        assertThat(Yuan.ofWan(new BigDecimal("1.234567"))).isEqualTo(yuan("12345.67"));
        assertThat(Yuan.ofWan(new BigDecimal("0.000001"))).isEqualTo(yuan("0.01"));
    }

    @Test
    void whatIsFinerThanAFenIsRefusedAndNotRounded() {
        assertThatIllegalArgumentException().isThrownBy(() -> yuan("0.001")).withMessageContaining("finer than a fen");
        assertThatIllegalArgumentException().isThrownBy(() -> Yuan.ofWan(new BigDecimal("0.0000001")));
    }

    @Test
    void negativeAmountsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> yuan("-0.01")).withMessageContaining("negative");
        assertThat(yuan("-0")).isEqualTo(yuan("0"));
    }

    @Test
    void amountsAreOrderedByValue() {
        assertThat(yuan("9")).isLessThan(yuan("10"));
    }

    @Property
    void noAmountLosesAFenOnItsWayThroughTenThousands(
            @ForAll @BigRange(min = "0", max = "1000000000000") @Scale(2) BigDecimal amount) {
        assertThat(Yuan.ofWan(amount.movePointLeft(4))).isEqualTo(new Yuan(amount));
    }

    private static Yuan yuan(String amount) {
        return new Yuan(new BigDecimal(amount));
    }
}
