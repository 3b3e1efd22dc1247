package org.sise.graph.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sise.graph.relation.Share;

class ControlTest {

    private final Holdings table = new Holdings();

    @Test
    void shares_are_multiplied_along_a_chain_and_added_over_chains() {
        table.holds("p", "A", "80")
                .holds("q", "A", "20")
                .holds("A", "B", "60")
                .holds("p", "B", "10")
                .holds("q", "B", "30");

        assertThat(table.says("A")).isEqualTo("p 80 share");
        assertThat(table.says("B")).isEqualTo("p 58 share");
        assertThat(table.answer("B").paths())
                .extracting(path ->
                        Holdings.percent(path.share()) + " in " + path.steps().size())
                .containsExactly("48 in 2", "10 in 1");
        assertThat(table.answer("B").paths().getFirst().steps())
                .extracting(step -> Share.percent(step.share()).toPlainString(), ControlPath.Step::records)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("80", List.of(1L)),
                        org.assertj.core.groups.Tuple.tuple("60", List.of(3L)));
    }

    @Test
    void two_that_hold_each_other_are_solved_and_not_cut_off() {
        table.holds("p", "A", "90").holds("B", "A", "10").holds("A", "B", "60").holds("q", "B", "40");

        assertThat(table.says("A")).isEqualTo("p 95.744681 share");
        assertThat(table.says("B")).isEqualTo("p 57.446809 share");
        assertThat(table.share("q", "A")).isEqualTo(0.04 / 0.94, org.assertj.core.data.Offset.offset(1e-14));
    }

    @Test
    void shares_that_a_business_holds_of_itself_belong_to_its_other_holders() {
        table.holds("A", "A", "20").holds("p", "A", "45").holds("q", "A", "35");

        assertThat(table.says("A")).isEqualTo("p 56.25 share");
        assertThat(table.answer("A").heldByItself()).isEqualTo(20 * Share.WHOLE / 100);
        assertThat(table.answer("A").decides()).isNull();
    }

    @Test
    void shares_without_a_vote_do_not_count_against_a_majority_of_votes() {
        table.holds("A", "A", "20").holds("p", "X", "60").holds("q", "X", "40");
        table.holds("X", "A", "41").holds("q", "A", "39");

        assertThat(table.says("A")).isEqualTo("q 69.25 share");
        assertThat(table.answer("A").decides()).isEqualTo("p");
    }

    @Test
    void a_circle_of_three_with_one_outsider_belongs_to_the_outsider() {
        table.holds("A", "B", "100")
                .holds("B", "C", "100")
                .holds("C", "A", "40")
                .holds("p", "A", "60");

        assertThat(table.says("A")).isEqualTo("p 100 share");
        assertThat(table.says("B")).isEqualTo("p 100 share");
        assertThat(table.says("C")).isEqualTo("p 100 share");
    }

    @Test
    void who_heads_a_pyramid_decides_below_with_a_small_share() {
        table.holds("p", "A", "60").holds("q1", "A", "40");
        table.holds("A", "B", "60").holds("q2", "B", "40");
        table.holds("B", "C", "60").holds("q3", "C", "40");

        assertThat(table.says("A")).isEqualTo("p 60 share");
        assertThat(table.says("B")).isEqualTo("p 36 votes");
        assertThat(table.says("C")).isEqualTo("p 21.6 votes");
    }

    @Test
    void where_share_and_votes_point_to_two_the_share_names_the_controller_and_the_votes_are_told() {
        table.holds("p", "A", "60").holds("q", "A", "40").holds("A", "B", "60").holds("q", "B", "40");

        assertThat(table.says("B")).isEqualTo("q 64 share");
        assertThat(table.answer("B").decides()).isEqualTo("p");
    }

    @Test
    void minorities_in_several_chains_decide_together() {
        table.holds("p", "A", "100").holds("p", "B", "100");
        table.holds("A", "C", "30").holds("B", "C", "30").holds("q", "C", "40");

        assertThat(table.says("C")).isEqualTo("p 60 share");
    }

    @Test
    void half_and_half_is_a_deadlock_even_by_sums_that_are_not_exact() {
        table.holds("p", "A", "50").holds("q", "A", "50");
        table.holds("p", "B", "30").holds("q", "B", "50").holds("C", "B", "20").holds("p", "C", "100");
        table.holds("p", "D", "45")
                .holds("E", "D", "50")
                .holds("p", "E", "10")
                .holds("q", "E", "90")
                .holds("q", "D", "5");

        assertThat(table.says("A")).isEqualTo("[deadlock of p 50, q 50]");
        assertThat(table.says("B")).isEqualTo("[deadlock of p 50, q 50]");
        assertThat(table.says("D")).isEqualTo("q 50 votes");
    }

    @Test
    void a_company_with_scattered_owners_decides_in_its_subsidiary() {
        for (int i = 0; i < 10; i++) {
            table.holds("p" + i, "A", "10");
        }
        table.holds("A", "B", "70").holds("p0", "B", "30").holds("B", "C", "60").holds("p1", "C", "40");

        assertThat(table.says("A")).startsWith("[deadlock of p0 10");
        assertThat(table.says("B")).isEqualTo("A 70 votes");
        assertThat(table.says("C")).isEqualTo("A 42 votes");
        assertThat(table.answer("C").paths())
                .singleElement()
                .satisfies(path -> assertThat(path.steps()).hasSize(2));
    }

    @Test
    void two_that_hold_majorities_of_each_other_have_no_controller() {
        table.holds("A", "B", "60").holds("B", "A", "60").holds("p", "A", "40").holds("q", "B", "40");

        assertThat(table.says("A")).isEqualTo("p 62.5 share");
        assertThat(table.threshold("70").answer("A").controller()).isNotNull();
        assertThat(new Holdings()
                        .threshold("55")
                        .holds("A", "B", "60")
                        .holds("B", "A", "60")
                        .holds("p", "A", "20")
                        .holds("q", "A", "20")
                        .holds("r", "B", "20")
                        .holds("s", "B", "20")
                        .says("A"))
                .startsWith("[widely held, largest p 31.25");
    }

    @Test
    void a_circle_that_owns_itself_wholly_has_no_controller() {
        table.holds("A", "B", "100")
                .holds("B", "A", "100")
                .holds("B", "C", "80")
                .holds("p", "C", "20");
        table.holds("D", "D", "100");

        assertThat(table.says("A")).isEqualTo("[circle at A]");
        assertThat(table.says("C")).isEqualTo("[circle at B]");
        assertThat(table.says("D")).isEqualTo("[circle at D]");
    }

    @Test
    void sums_above_100_are_kept_as_they_are() {
        table.holds("p", "A", "70").holds("q", "A", "70").holds("A", "B", "50");

        assertThat(table.says("A")).isEqualTo("[several: p 70, q 70]");
        assertThat(table.answer("A").held()).isEqualTo(Share.ofPercent(new BigDecimal(70)) * 2);
    }

    @Test
    void circles_whose_shares_contradict_each_other_are_told() {
        table.holds("A", "B", "90").holds("B", "A", "90").holds("C", "A", "60").holds("A", "C", "60");

        assertThat(table.says("A")).isEqualTo("[circle at A]");
    }

    @Test
    void what_is_missing_is_named() {
        table.holds("A", "B", "80").holds("p", "B", "20").holds("q", "A", "34.2");
        table.holds("", "C", "60").holds("p", "C", "40");
        table.holds("香港中央结算", "D", "55").holds("p", "D", "45");
        table.holds("A", "E", null);
        table.holds("F", "G", "60").holds("p", "G", "40");

        assertThat(table.says("A")).isEqualTo("[holders of A known to 34.2]");
        assertThat(table.says("C")).isEqualTo("[a holder of 60 without identity]");
        assertThat(table.says("D")).isEqualTo("[香港中央结算 holds 55 for others]");
        assertThat(table.says("E")).isEqualTo("[share of A in E, holders of E known to 0]");
        assertThat(table.says("F")).isEqualTo("[no holder of F]");
        assertThat(table.says("B")).isEqualTo("A 80 votes");
        assertThat(table.answer("G").controller())
                .isEqualTo(new ControlAnswer.Controller(table.party("F"), "F", 0.6, Basis.SHARE, true));
    }

    @Test
    void a_lower_threshold_may_leave_several() {
        table.threshold("30")
                .holds("p", "A", "31")
                .holds("q", "A", "29")
                .holds("p", "B", "35")
                .holds("q", "B", "32");

        assertThat(table.says("A")).isEqualTo("p 31 share");
        assertThat(table.says("B")).isEqualTo("[several: p 35, q 32]");
    }

    @Test
    void those_who_act_together_count_as_one() {
        table.concert("pq", "p", "q");
        table.holds("p", "A", "30")
                .holds("q", "A", "25")
                .holds("r", "A", "45")
                .holds("A", "B", "60")
                .holds("r", "B", "40");

        assertThat(table.says("A")).isEqualTo("pq 55 share");
        assertThat(table.says("B")).isEqualTo("r 67 share");
        assertThat(table.answer("B").decides()).isEqualTo("pq");
        assertThat(table.answer("A").paths()).hasSize(2);
        assertThatThrownBy(() -> new Holdings()
                        .holds("p", "A", "1")
                        .concert("one", "p", "q")
                        .concert("two", "q", "r")
                        .control())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("q");
    }

    @Test
    void a_mass_holder_controls_only_what_it_holds_much_of() {
        table.rules(new ControlRules(new BigDecimal(10), List.of(), 20, 5, 20, 3));
        for (int i = 0; i < 30; i++) {
            table.holds("Fund", "C" + i, "2").holds("p" + i, "C" + i, "9");
        }
        table.holds("Fund", "D", "12").holds("Fund", "E", "25");

        assertThat(table.says("D")).isEqualTo("[holders of D known to 12, Fund holds 12 for others]");
        assertThat(table.says("E")).isEqualTo("Fund 25 share");
    }

    @Test
    void a_group_is_all_that_one_controls() {
        table.holds("p", "A", "60")
                .holds("q1", "A", "40")
                .holds("A", "B", "60")
                .holds("q2", "B", "40")
                .holds("q1", "C", "90")
                .holds("q2", "C", "10");

        assertThat(table.control().groups())
                .extracting(ControlGroup::name, group -> group.businesses().length)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("p", 2), org.assertj.core.groups.Tuple.tuple("q1", 1));
    }

    @Test
    void a_chain_of_thousands_is_no_deeper_than_any_other() {
        table.holds("p", "B0", "100");
        for (int i = 0; i < 20_000; i++) {
            table.holds("B" + i, "B" + (i + 1), "100");
        }

        assertThat(table.says("B20000")).isEqualTo("p 100 share");
    }
}
