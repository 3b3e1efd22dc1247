package org.sise.scoring.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sise.scoring.TestPolicies;
import org.sise.scoring.grade.Fact;
import org.sise.scoring.grade.Graded;
import org.sise.scoring.grade.Grader;
import org.sise.scoring.read.BuiltIn;

/** The food-risk grading against a plain function of the measures, over every half point and every shift. */
class FoodRiskSchemeTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final Fact CERTIFICATE =
            Fact.of("certification", DAY, "H", Map.of("scheme", "haccp", "product", "ordinary"));

    @Test
    void everyHalfPointWithEveryShiftGetsTheGradeOfTheMeasures() {
        Grader grader = Grader.of(BuiltIn.policy("food-risk-2016"));
        List<String> wrong = new ArrayList<>();
        for (int halves = 0; halves <= 80; halves++) {
            for (int more = 0; more <= 120; more += halves % 2 == 0 ? 1 : 3) {
                for (int raised = 0; raised <= 2; raised++) {
                    for (boolean certified : new boolean[] {false, true}) {
                        String grade = grade(grader, halves, more, raised, certified);
                        if (!grade.equals(measures(halves + more, raised, certified))) {
                            wrong.add("%d + %d halves, raised %d, certified %b: %s"
                                    .formatted(halves, more, raised, certified, grade));
                        }
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Up to 30 is A, up to 45 B, up to 60 C; a ground to raise outweighs one to lower. */
    private static String measures(int halves, int raised, boolean certified) {
        int grade = halves <= 60 ? 0 : halves <= 90 ? 1 : halves <= 120 ? 2 : 3;
        grade += raised > 0 ? raised : certified ? -1 : 0;
        return List.of("a", "b", "c", "d").get(Math.clamp(grade, 0, 3));
    }

    private static String grade(Grader grader, int fixed, int dynamic, int raised, boolean certified) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("static-assessment", DAY, "S", Map.of("score", points(fixed))));
        facts.add(Fact.of("dynamic-assessment", DAY, "D", Map.of("score", points(dynamic))));
        if (raised > 0) {
            facts.add(Fact.of("raise", DAY, "R", Map.of("ground", "accident", "grades", "" + raised)));
        }
        if (certified) {
            facts.add(CERTIFICATE);
        }
        Graded graded = grader.grade(TestPolicies.party(facts.toArray(Fact[]::new)), TestPolicies.TODAY);
        return ((Graded.Result) graded).grade().id();
    }

    private static String points(int halves) {
        return BigDecimal.valueOf(halves * 5L, 1).toPlainString();
    }
}
