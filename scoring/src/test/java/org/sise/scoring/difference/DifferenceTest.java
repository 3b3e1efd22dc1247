package org.sise.scoring.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sise.scoring.TestPolicies.SMALL;
import static org.sise.scoring.TestPolicies.TODAY;
import static org.sise.scoring.TestPolicies.grade;
import static org.sise.scoring.TestPolicies.in;
import static org.sise.scoring.TestPolicies.party;
import static org.sise.scoring.TestPolicies.penalty;
import static org.sise.scoring.TestPolicies.policy;
import static org.sise.scoring.TestPolicies.small;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sise.scoring.grade.Fact;
import org.sise.scoring.grade.FactState;
import org.sise.scoring.grade.Graded;
import org.sise.scoring.grade.Grader;
import org.sise.scoring.policy.Points;

class DifferenceTest {
    private static final Fact A = penalty("2026-10-01", "A");
    private static final Fact B = penalty("2026-10-02", "B");
    private static final Fact C = penalty("2026-10-03", "C");

    @Test
    void alikeExplanationsDifferInNothing() {
        assertThat(Difference.between(grade(SMALL, A, B), grade(SMALL, B, A))).isEmpty();
    }

    @Test
    void aRepairedRecordNoLongerWeighsAndTheReasonIsSaid() {
        List<Change> changes = Difference.between(grade(SMALL, A, B), grade(SMALL, A, in(FactState.REPAIRED, B)));
        assertThat(changes)
                .extracting(change -> change.text().zh())
                .containsExactly("不再计10分：2026-10-02 B 10（已完成信用修复，不计入）", "总分由20变为10", "按分数由差变为好");
        assertThat(changes.getFirst().text().en())
                .isEqualTo("10 points no longer: 2026-10-02 B 10 (the record is repaired)");
        assertThat(changes.getFirst().before()).isEqualTo(Points.of(10));
        assertThat(changes.getFirst().after()).isNull();
    }

    @Test
    void otherPointsOfTheSameRuleAreAChange() {
        List<Change> changes = Difference.between(grade(SMALL, A), grade(small("points: 10", "points: 12"), A));
        assertThat(changes).extracting(Change::type).containsExactly(Change.Type.POINTS_CHANGED, Change.Type.SCORE);
        assertThat(changes.getFirst().text().zh()).isEqualTo("由10分变为12分：2026-10-01 A 12");
    }

    @Test
    void aNewRecordAndACapAppear() {
        String capped = small("age: any", "age: any\n    cap: 25");
        List<Change> changes = Difference.between(grade(capped, A, B), grade(capped, A, B, C));
        assertThat(changes)
                .extracting(change -> change.text().zh())
                .containsExactly("新计10分：2026-10-03 C 10", "新计-5分：超过本指标上限的部分不计（penalty）", "总分由20变为25");
    }

    @Test
    void equalScoresMayBeGradedDifferently() {
        String lower = SMALL.replace("to: 20}", "to: 10}").replace("from: 20}", "from: 10}");
        List<Change> changes = Difference.between(grade(SMALL, A), grade(lower, A));
        assertThat(changes).extracting(change -> change.text().zh()).containsExactly("总分同为10，但等级划分不同：由好变为差");
    }

    @Test
    void rulesBesideTheScoreAppearAndVanish() {
        String floored = SMALL + """
                floors:
                  - id: any-penalty
                    kind: penalty
                    grade: bad
                    basis: x
                    says: {zh: "{document} 有处罚", en: "{document} is a penalty"}
                """;
        List<Change> appears = Difference.between(grade(SMALL, A), grade(floored, A));
        assertThat(appears).extracting(Change::type).containsExactly(Change.Type.RULE_APPEARED);
        assertThat(appears.getFirst().text().zh()).isEqualTo("新适用规则（不优于差）：A 有处罚");
        assertThat(appears.getFirst().fact()).isEqualTo(A);
        List<Change> vanishes = Difference.between(grade(floored, A), grade(SMALL, A));
        assertThat(vanishes.getFirst().text().en())
                .isEqualTo("a rule no longer applies (before: bad at best): A is a penalty");
    }

    @Test
    void aScopeIsAReasonOfItsOwn() {
        String outside = small("scope: {}", "scope: {regions: [\"21\"], unknown: outside}");
        Graded none = Grader.grade(policy(outside), party(A), TODAY);
        assertThat(Difference.between(grade(SMALL, A), none))
                .extracting(change -> change.text().zh())
                .containsExactly("不再评定：地区不在本政策适用范围内");
        assertThat(Difference.between(none, grade(SMALL, A)))
                .extracting(Change::type)
                .containsExactly(Change.Type.SCOPE, Change.Type.POINTS_APPEARED);
        assertThat(Difference.between(none, none)).isEmpty();
    }

    @Test
    void alikeRecordsAreAddedUp() {
        List<Change> changes = Difference.between(grade(SMALL, A), grade(SMALL, A, A));
        assertThat(changes.getFirst().type()).isEqualTo(Change.Type.POINTS_CHANGED);
        assertThat(changes.getFirst().after()).isEqualTo(Points.of(20));
    }
}
