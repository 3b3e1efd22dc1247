package org.sise.supervision.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sise.scoring.grade.Fact;
import org.sise.scoring.grade.Graded;
import org.sise.scoring.grade.Grader;
import org.sise.scoring.grade.Party;
import org.sise.scoring.read.BuiltIn;
import org.sise.supervision.step.RuleFigures;

class SlipsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Grader GRADER = Grader.of(BuiltIn.policy("shenfu-four-colour"));

    @Test
    void near_a_threshold_the_slip_names_the_record_that_weighs_most_and_the_engine_agrees() {
        List<Fact> facts = new ArrayList<>(List.of(
                penalty("11", "general", TODAY.minusMonths(2)),
                inspection("12", "corrected-on-order"),
                inspection("13", "corrected-on-order")));
        assertThat(colour(facts, TODAY)).isEqualTo("yellow");
        Slip slip = slips(facts).getFirst();
        assertThat(slip.kind()).isEqualTo(SlipKind.THRESHOLD);
        assertThat(slip.record()).isEqualTo(11);
        assertThat(slip.day()).isEqualTo(TODAY);
        assertThat(slip.says().zh()).contains("“信用”为 41 分", "距 50 分还差 9 分", "由黄变为橙", "处罚11");
        facts.add(inspection("14", "corrected-on-order"));
        assertThat(colour(facts, TODAY)).isEqualTo("yellow");
        facts.add(penalty("15", "minor", TODAY));
        assertThat(colour(facts, TODAY)).isEqualTo("orange");
    }

    @Test
    void far_from_every_threshold_and_at_the_worst_colour_there_is_no_slip() {
        assertThat(slips(List.of())).isEmpty();
        assertThat(slips(List.of(
                        penalty("21", "serious", TODAY.minusMonths(1)),
                        penalty("22", "serious", TODAY.minusMonths(2)))))
                .isEmpty();
    }

    @Test
    void a_colour_that_gets_worse_by_itself_is_told_with_its_day_and_the_record_behind_it() {
        LocalDate over = TODAY.plusDays(12);
        List<Fact> facts = List.of(
                inspection("31", "unreachable"),
                Fact.of("honour", over.minusMonths(36), "32", Map.of("title", "守合同重信用企业")));
        assertThat(colour(facts, over.minusDays(1))).isEqualTo("blue");
        assertThat(colour(facts, over)).isEqualTo("yellow");
        assertThat(slips(facts))
                .filteredOn(slip -> slip.kind() == SlipKind.WORSENING)
                .singleElement()
                .satisfies(slip -> {
                    assertThat(slip.day()).isEqualTo(over);
                    assertThat(slip.record()).isEqualTo(32);
                });
    }

    private static List<Slip> slips(List<Fact> facts) {
        return Slips.of(GRADER, party(facts), TODAY, List.of(), List.of(), RuleFigures.standard());
    }

    private static String colour(List<Fact> facts, LocalDate day) {
        return ((Graded.Result) GRADER.grade(party(facts), day)).grade().id();
    }

    private static Party party(List<Fact> facts) {
        return new Party("P", "6210", "210102", LocalDate.of(2015, 1, 1), facts);
    }

    private static Fact penalty(String number, String severity, LocalDate on) {
        return Fact.of(
                "penalty", on, number, Map.of("severity", severity, "document", "处罚" + number, "category", "罚款"));
    }

    private static Fact inspection(String number, String result) {
        return Fact.of("inspection", TODAY.minusMonths(3), number, Map.of("result", result));
    }
}
