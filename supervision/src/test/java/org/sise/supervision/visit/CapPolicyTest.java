package org.sise.supervision.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sise.core.grade.Grade;
import org.sise.supervision.visit.CapPolicy.Outcome;

class CapPolicyTest {

    private final CapPolicy policy = new CapPolicy(YearlyCaps.standard());

    @ParameterizedTest
    @CsvSource({
        "YELLOW, DAILY, 0, WITHIN",
        "YELLOW, DAILY, 1, STOPPED",
        "ORANGE, SPECIAL, 1, WITHIN",
        "ORANGE, SPECIAL, 2, STOPPED",
        "RED, RANDOM, 3, WITHIN",
        "RED, RANDOM, 4, STOPPED",
        "YELLOW, CLUE, 1, TOLD",
        "YELLOW, ORDERED, 9, TOLD",
        "YELLOW, REQUESTED, 9, WITHIN",
        "BLUE, DAILY, 0, BLUE_UNCALLED",
        "BLUE, SPECIAL, 0, BLUE_UNCALLED",
        "BLUE, RANDOM, 0, WITHIN",
        "BLUE, RANDOM, 1, STOPPED",
    })
    void a_cap_stops_own_initiative_and_tells_of_the_rest(Grade grade, VisitKind kind, int before, Outcome outcome) {
        assertThat(decide(grade, before, kind).outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @EnumSource(Grade.class)
    void no_colour_is_exempt_from_a_complaint(Grade grade) {
        assertThat(decide(grade, 0, VisitKind.CLUE).passes()).isTrue();
        assertThat(decide(grade, 99, VisitKind.CLUE).passes()).isTrue();
        assertThat(decide(grade, 99, VisitKind.CLUE).outcome()).isEqualTo(Outcome.TOLD);
    }

    @Test
    void a_business_without_a_colour_has_a_cap_too() {
        assertThat(decide(null, 0, VisitKind.DAILY).outcome()).isEqualTo(Outcome.WITHIN);
        assertThat(decide(null, 1, VisitKind.DAILY).outcome()).isEqualTo(Outcome.STOPPED);
    }

    @Test
    void a_joint_visit_passes_when_one_of_its_tasks_does() {
        assertThat(decide(Grade.YELLOW, 1, VisitKind.DAILY, VisitKind.CLUE).outcome())
                .isEqualTo(Outcome.TOLD);
        assertThat(decide(Grade.YELLOW, 1, VisitKind.DAILY, VisitKind.SPECIAL).outcome())
                .isEqualTo(Outcome.STOPPED);
    }

    @Test
    void each_kind_has_its_rule_and_each_default_says_that_it_is_a_proposal() {
        for (VisitKind kind : VisitKind.values()) {
            assertThat(kind.rule().source()).isNotBlank();
        }
        for (Grade grade : Grade.values()) {
            assertThat(YearlyCaps.standard().of(grade, VisitKind.DAILY).confidence())
                    .isEqualTo("low");
        }
        assertThat(YearlyCaps.standard().rows()).hasSizeGreaterThan(30).allSatisfy(row -> {
            assertThat(row.source()).isNotBlank();
            assertThat(row.confidence()).isIn("source-read", "high", "medium", "low");
        });
    }

    private CapPolicy.Verdict decide(@Nullable Grade grade, int before, VisitKind... kinds) {
        return policy.decide(List.of(kinds), grade, new YearSoFar(before, Map.of()));
    }
}
