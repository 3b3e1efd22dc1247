package org.sise.supervision.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sise.core.code.CreditCode;
import org.sise.core.grade.Grade;
import org.sise.core.record.InspectionResult;
import org.sise.supervision.door.ProblemResults;
import org.sise.supervision.effect.FindingRate.Dimension;
import org.sise.supervision.stratum.Selection;
import org.sise.supervision.visit.AfterVisitFixture;
import org.sise.supervision.visit.InspectionFixture;
import org.sise.supervision.visit.TaskDraft;
import org.sise.supervision.visit.Visit;
import org.sise.supervision.visit.VisitKind;
import org.sise.supervision.visit.Window;

class EffectsIT {

    private static final InspectionResult FINE = InspectionResult.NO_PROBLEM;
    private static final InspectionResult WRONG = InspectionResult.PENDING;

    private static Effect effect;
    private static Effects effects;
    private static AfterVisitFixture pure;
    private static List<CreditCode> shops;

    @BeforeAll
    static void four_visits_to_three_of_four_shops() {
        AfterVisitFixture after = new AfterVisitFixture();
        CreditCode red = after.house.shop(1, Grade.RED);
        CreditCode other = after.house.shop(2, Grade.RED);
        CreditCode yellow = after.house.shop(3, Grade.YELLOW);
        after.house.shop(4, Grade.BLUE);
        // The ledger's grades are known by the database's clock.
        after.house.jdbc.sql("alter table ledger.grade disable trigger all").update();
        after.house
                .jdbc
                .sql("update ledger.grade set known_at = timestamptz '2026-11-01'")
                .update();
        after.house.jdbc.sql("alter table ledger.grade enable trigger all").update();
        select(after, after.done(red, VisitKind.RANDOM, Map.of("CI001", WRONG)), "RANDOM_SHARE");
        select(after, after.done(other, VisitKind.RANDOM, Map.of("CI001", FINE)), "RANDOM_SHARE");
        after.house.clock.turn(Duration.ofDays(1));
        select(after, after.done(red, VisitKind.RANDOM, Map.of("CI001", WRONG)), "WORST");
        Window today = new Window(after.today(), after.today());
        after.house.approve(InspectionFixture.draft(yellow, VisitKind.CLUE, "市场监管", today));
        Visit joint = after.house
                .approve(new TaskDraft(
                        yellow, VisitKind.CLUE, "消防", null, "x", List.of("CI002"), List.of("LN1", "LN2"), today))
                .visit();
        after.end(joint, Map.of("CI001", FINE, "CI083", FINE, "CI002", WRONG));
        pure = after;
        shops = List.of(red, other, yellow);
        effects = new Effects(after.house.dataSource, ProblemResults.standard());
        effect = effects.of(new Span(InspectionFixture.DAY, InspectionFixture.DAY.plusDays(9)));
    }

    @Test
    void problems_are_counted_by_colour_selection_and_kind_against_the_random_share() {
        assertThat(effect.random()).isEqualTo(Rate.of(1, 2));
        assertThat(effect.yardstick()).isEqualTo(Selection.RANDOM_SHARE);
        assertThat(effect.rates(Dimension.PURE)).isEmpty();
        assertThat(effect.rates(Dimension.COLOUR))
                .extracting(rate -> rate.key() + " " + rate.rate().found() + "/"
                        + rate.rate().of())
                .containsExactly("YELLOW 1/2", "RED 2/3");
        assertThat(effect.rates(Dimension.SELECTION))
                .extracting(rate -> rate.key() + " " + rate.rate().found() + "/"
                        + rate.rate().of())
                .containsExactlyInAnyOrder(" 1/2", "RANDOM_SHARE 1/2", "WORST 1/1");
        assertThat(effect.rates(Dimension.SELECTION))
                .filteredOn(rate -> rate.key().equals("WORST"))
                .singleElement()
                .extracting(rate -> rate.beyond() == null ? null : rate.beyond().value())
                .isEqualTo(0.5);
        assertThat(effect.rates(Dimension.KIND)).extracting(FindingRate::key).containsExactly("CLUE", "RANDOM");
        assertThat(effect.rates(Dimension.PLAN)).hasSize(1);
    }

    @Test
    void a_joint_visit_saves_one() {
        assertThat(effect.merging()).isEqualTo(new Merging(5, 4, 1));
        assertThat(effect.merging().saved()).isEqualTo(1);
    }

    @Test
    void burden_falls_on_colours_as_visits_a_year_and_hours() {
        Burden red = effect.burden().stream()
                .filter(burden -> burden.colour().equals("RED"))
                .findFirst()
                .orElseThrow();
        assertThat(red.businesses()).isEqualTo(2);
        assertThat(red.visits()).isEqualTo(3);
        assertThat(red.visited()).isEqualTo(2);
        assertThat(red.most()).isEqualTo(2);
        assertThat(red.perYear()).isCloseTo(1.5 * 36.5, within(1e-9));
        assertThat(effect.burden()).extracting(Burden::colour).containsExactly("BLUE", "YELLOW", "RED");
    }

    @Test
    void districts_and_inspectors_are_compared() {
        assertThat(effect.districts()).singleElement().satisfies(district -> {
            assertThat(district.region()).isEqualTo("210102");
            assertThat(district.visits()).isEqualTo(4);
            assertThat(district.ratio()).isEqualTo(1);
        });
        assertThat(effect.inspectors())
                .extracting(load -> load.certificate() + " " + load.visits() + " " + load.most())
                .containsExactly("LN1 4 20", "LN2 4 20");
    }

    @Test
    void who_may_not_see_colours_gets_the_rest() {
        Effect rest = effect.withoutColours();
        assertThat(rest.rates(FindingRate.Dimension.COLOUR)).isEmpty();
        assertThat(rest.burden()).isEmpty();
        assertThat(rest.rates(FindingRate.Dimension.KIND)).isEqualTo(effect.rates(FindingRate.Dimension.KIND));
        assertThat(rest.districts()).isEqualTo(effect.districts());
    }

    @Test
    void pure_random_checks_are_the_yardstick_where_there_are_any() {
        pure.house.clock.turn(Duration.ofDays(40));
        Span later = new Span(pure.today(), pure.today());
        select(pure, pure.done(shops.get(0), VisitKind.CLUE, Map.of("CI001", WRONG)), "ANY");
        select(pure, pure.done(shops.get(1), VisitKind.CLUE, Map.of("CI001", FINE)), "ANY");
        select(pure, pure.done(shops.get(2), VisitKind.CLUE, Map.of("CI001", FINE)), "ANY");
        pure.house.clock.turn(Duration.ofDays(1));
        select(pure, pure.done(shops.get(2), VisitKind.CLUE, Map.of("CI001", WRONG)), "RANDOM_SHARE");
        Effect since = effects.of(new Span(later.from(), later.from().plusDays(1)));

        assertThat(since.yardstick()).isEqualTo(Selection.ANY);
        assertThat(since.random()).isEqualTo(Rate.of(1, 3));
        assertThat(since.rates(Dimension.SELECTION)).allSatisfy(rate -> {
            if (rate.key().equals("ANY")) {
                assertThat(rate.beyond()).isNull();
            } else {
                assertThat(rate.key()).isEqualTo("RANDOM_SHARE");
                assertThat(rate.beyond()).isEqualTo(Rate.of(1, 1).minus(Rate.of(1, 3)));
            }
        });
        assertThat(since.rates(Dimension.PURE))
                .extracting(rate -> rate.key() + " " + rate.rate().found() + "/"
                        + rate.rate().of())
                .containsExactly("YELLOW 0/1", "RED 1/2");
        assertThat(since.rates(Dimension.COLOUR))
                .extracting(rate -> rate.key() + " " + rate.rate().found() + "/"
                        + rate.rate().of())
                .containsExactly("YELLOW 1/2", "RED 1/2");
        assertThat(since.withoutColours().rates(Dimension.PURE)).isEmpty();
    }

    @Test
    void other_days_have_nothing_and_days_are_in_order() {
        Effect nothing = effects.of(new Span(InspectionFixture.DAY.minusDays(9), InspectionFixture.DAY.minusDays(1)));
        assertThat(nothing.rates()).isEmpty();
        assertThat(nothing.merging().visits()).isZero();
        assertThat(nothing.random().of()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Span(InspectionFixture.DAY, InspectionFixture.DAY.minusDays(1)));
    }

    private static void select(AfterVisitFixture after, Visit visit, String selection) {
        after.house
                .jdbc
                .sql("update supervision.visit_task set selection = :selection where visit = :visit")
                .param("selection", selection)
                .param("visit", visit.id())
                .update();
    }
}
