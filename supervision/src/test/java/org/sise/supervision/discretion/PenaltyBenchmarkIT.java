package org.sise.supervision.discretion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sise.core.code.CreditCode;
import org.sise.core.grade.Grade;
import org.sise.supervision.step.LedgerFixture;

class PenaltyBenchmarkIT {

    @Test
    void penalties_outside_the_benchmark_are_listed_and_those_withdrawn_or_inside_are_not() {
        LedgerFixture ledger = new LedgerFixture();
        CreditCode shop = ledger.house.shop(700, Grade.ORANGE);
        ledger.penalty(shop, "low", Map.of("basis", "特种设备安全法 第84条", "amount", "5000"));
        ledger.penalty(shop, "inside", Map.of("basis", "特种设备安全法 第84条", "amount", "50000"));
        ledger.penalty(shop, "high", Map.of("basis", "《特种设备安全法》第八十四条", "amount", "500000"));
        ledger.penalty(shop, "none", Map.of("amount", "5"));
        ledger.penalty(shop, "taken back", Map.of("basis", "特种设备安全法 第84条", "amount", "1"));
        ledger.penalty(shop, "taken back", Map.of("basis", "特种设备安全法 第84条", "amount", "1", "state", "withdrawn"));
        PenaltyBenchmark penalties = new PenaltyBenchmark(ledger.house.dataSource, Benchmarks.standard());

        List<JudgedPenalty> outside = penalties.outside(null, null, null, 10);

        assertThat(outside).extracting(one -> one.stored().key()).containsExactly("high", "low");
        assertThat(outside).extracting(one -> one.judgement().verdict()).containsExactly(Verdict.ABOVE, Verdict.BELOW);
        assertThat(penalties.outside(null, null, outside.getFirst().stored().id(), 10))
                .extracting(one -> one.stored().key())
                .containsExactly("low");
        assertThat(penalties.outside(Verdict.ABOVE, shop.value(), null, 10)).hasSize(1);
        assertThat(penalties.outside(Verdict.LIGHT, shop.value(), null, 10)).hasSize(1);
    }
}
