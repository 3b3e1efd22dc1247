package org.sise.supervision.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanStateTest {

    @Test
    void onlyAnApprovedPlanIsCommittedOnlyACommittedOneIsDrawnAndADrawnOneStays() {
        List<String> steps = new ArrayList<>();
        for (PlanState from : PlanState.values()) {
            for (PlanState to : PlanState.values()) {
                if (from.canBecome(to)) {
                    steps.add(from + "-" + to);
                }
            }
        }
        assertThat(steps)
                .containsExactly(
                        "DRAFT-SUBMITTED",
                        "DRAFT-CANCELLED",
                        "SUBMITTED-DRAFT",
                        "SUBMITTED-APPROVED",
                        "SUBMITTED-CANCELLED",
                        "APPROVED-COMMITTED",
                        "APPROVED-CANCELLED",
                        "COMMITTED-DRAWN",
                        "COMMITTED-CANCELLED");
    }

    @Test
    void aRefusedStepNamesThePresentState() {
        assertThat(new PlanStateException("P1", PlanState.DRAWN, PlanState.COMMITTED))
                .hasMessageContaining("计划P1为“已抽取”")
                .hasMessageContaining("is drawn and cannot become committed");
    }
}
