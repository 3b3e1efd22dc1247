package org.sise.supervision.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlanIdsTest {

    @Test
    void anIdSaysQuarterNumberAndTheRegionThatHoldsAll() {
        assertThat(PlanIds.of("2026-Q4", 1, List.of("210100"))).isEqualTo("2026-Q4-0001-210100");
        assertThat(PlanIds.of("2026-Q4", 23, List.of("210102", "210103"))).isEqualTo("2026-Q4-0023-210100");
        assertThat(PlanIds.of("2026-Q4", 4, List.of("210102", "210211"))).isEqualTo("2026-Q4-0004-210000");
        assertThat(PlanIds.of("2026-Q4", 12345, List.of())).isEqualTo("2026-Q4-12345-000000");
    }
}
