package org.sise.scoring.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sise.scoring.TestPolicies.SMALL;
import static org.sise.scoring.TestPolicies.TODAY;
import static org.sise.scoring.TestPolicies.penalty;
import static org.sise.scoring.TestPolicies.policy;
import static org.sise.scoring.TestPolicies.small;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sise.scoring.grade.Fact;
import org.sise.scoring.grade.Grader;
import org.sise.scoring.grade.Party;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.read.BuiltIn;

class ComparisonTest {
    private static final Policy STRICTER = policy(small("points: 10", "points: 20"));
    private static final Policy THREE = policy(SMALL.replace(
                    "  - {id: bad, zh: 差, en: bad}",
                    "  - {id: middling, zh: 中, en: middling}\n  - {id: bad, zh: 差, en: bad}")
            .replace(
                    "- {grade: bad, from: 20}", "- {grade: middling, from: 20, to: 40}\n    - {grade: bad, from: 40}"));

    /** Parties with 0, 1, 2 and 3 penalties; the third in Beijing, the last without industry and region. */
    private static final List<Party> FOUR = List.of(
            party("P0", "6210", "211501"),
            party("P1", "6210", "211501", penalty("2026-10-01", "A")),
            party("P2", "H6220", "110101", penalty("2026-10-01", "B"), penalty("2026-10-02", "C")),
            party(
                    "P3",
                    null,
                    null,
                    penalty("2026-10-01", "D"),
                    penalty("2026-10-02", "E"),
                    penalty("2026-10-03", "F")));

    @Test
    void theMatrixCountsEveryPartyOnce() {
        Comparison comparison = compare(policy(SMALL), STRICTER);
        Moves moves = comparison.moves();
        assertThat(moves.before()).containsExactly(2, 2, 0);
        assertThat(moves.after()).containsExactly(1, 3, 0);
        assertThat(moves.count(0, 1)).isEqualTo(1);
        assertThat(moves.total()).isEqualTo(4);
        assertThat(moves.going(Direction.WORSE)).isEqualTo(1);
        assertThat(moves.share(Direction.WORSE)).isEqualByComparingTo(new BigDecimal("0.25"));
        assertThat(comparison.scale().by()).isEqualTo(Scale.By.GRADE);
    }

    @Test
    void everyMoverIsNamedWithBothGradesAndScores() {
        Comparison comparison = compare(policy(SMALL), STRICTER);
        List<Mover> movers = comparison.movers(MoverFilter.ALL, 0, 10);
        assertThat(movers).hasSize(1);
        Mover mover = movers.getFirst();
        assertThat(mover.party()).isEqualTo(1);
        assertThat(mover.direction()).isEqualTo(Direction.WORSE);
        assertThat(mover.from()).isNotNull().extracting("id").isEqualTo("good");
        assertThat(mover.to()).isNotNull().extracting("id").isEqualTo("bad");
        assertThat(mover.scoreFrom()).hasToString("10");
        assertThat(mover.scoreTo()).hasToString("20");
        assertThat(mover.industry()).isEqualTo("6210");
    }

    @Test
    void industriesAndRegionsAreNamedAndAddUpToTheWhole() {
        Comparison comparison = compare(policy(SMALL), STRICTER);
        assertThat(comparison.bySection()).extracting(Group::code).containsExactly("", "H");
        assertThat(comparison.bySection().getLast().name().zh()).contains("餐饮");
        assertThat(comparison.byDivision()).extracting(Group::code).containsExactly("", "62");
        assertThat(comparison.byRegion()).extracting(Group::code).containsExactly("", "110101", "211501");
        assertThat(comparison.byRegion(2)).extracting(Group::code).containsExactly("", "11", "21");
        assertThat(comparison.byRegion(2).getLast().name().zh()).isEqualTo("辽宁省");
        assertThat(comparison.byRegion())
                .extracting(group -> group.moves().total())
                .containsExactly(1L, 1L, 2L);
    }

    @Test
    void aPolicyForSomeMovesTheOthersOut() {
        Policy local = policy(small("scope: {}", "scope: {regions: [\"21\"], unknown: outside}"));
        Comparison comparison = compare(policy(SMALL), local);
        assertThat(comparison.moves().going(Direction.LEAVES)).isEqualTo(2);
        assertThat(comparison.movers(new MoverFilter(null, (int) Side.NOT_APPLICABLE, null, null, null)))
                .isEqualTo(2);
        assertThat(compare(local, local).moves().going(Direction.OUTSIDE)).isEqualTo(2);
        assertThat(compare(local, policy(SMALL)).moves().going(Direction.ENTERS))
                .isEqualTo(2);
        assertThat(compare(local, policy(SMALL)).movers(MoverFilter.ALL, 0, 9))
                .allSatisfy(mover -> assertThat(mover.scoreFrom()).isNull());
    }

    @Test
    void unlikeGradesMatchByColourWhereAllHaveOneElseByTheirOrder() {
        assertThat(Scale.of(policy(SMALL), THREE).by()).isEqualTo(Scale.By.RANK);
        Comparison ranked = compare(policy(SMALL), THREE);
        assertThat(ranked.moves().counts()).isDeepEqualTo(new long[][] {{2, 0, 0, 0}, {0, 2, 0, 0}, {0, 0, 0, 0}});
        assertThat(ranked.movers()).isZero();

        Policy twoColours = policy(SMALL.replace("{id: good, ", "{id: good, colour: blue, ")
                .replace("{id: bad, ", "{id: bad, colour: orange, "));
        Scale scale = Scale.of(twoColours, BuiltIn.policy("shenfu-four-colour"));
        assertThat(scale.by()).isEqualTo(Scale.By.COLOUR);
        assertThat(scale.direction(1, 2)).isEqualTo(Direction.SAME);
        assertThat(scale.direction(1, 1)).isEqualTo(Direction.BETTER);
        assertThat(scale.direction(1, 3)).isEqualTo(Direction.WORSE);
    }

    @Test
    void moversComeByThePageAndByTheFilter() {
        List<Party> parties = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            parties.add(party("P" + i, i % 2 == 0 ? "6210" : "5211", "21150" + i % 3, penalty("2026-10-01", "A")));
        }
        Comparison comparison = compare(policy(SMALL), STRICTER, parties);
        assertThat(comparison.movers()).isEqualTo(25);

        List<Integer> seen = new ArrayList<>();
        int from = 0;
        for (List<Mover> page = comparison.movers(MoverFilter.ALL, from, 7);
                !page.isEmpty();
                page = comparison.movers(MoverFilter.ALL, from, 7)) {
            assertThat(page).hasSizeLessThanOrEqualTo(7);
            page.forEach(mover -> seen.add(mover.party()));
            from = page.getLast().party() + 1;
        }
        assertThat(seen).hasSize(25).isSorted().doesNotHaveDuplicates();

        assertThat(comparison.movers(new MoverFilter(0, 1, Direction.WORSE, "H", null)))
                .isEqualTo(13);
        assertThat(comparison.movers(new MoverFilter(null, null, null, null, "211501")))
                .isEqualTo(8);
        assertThat(comparison.movers(new MoverFilter(null, null, Direction.BETTER, null, null)))
                .isZero();
        assertThat(comparison.movers(MoverFilter.ALL, 0, 0)).isEmpty();
    }

    @Test
    void twoDatesOfOnePolicyAreTwoSides() {
        Policy ageing = policy(small("age: any", "age: [{from: 0, to: 1, factor: 2}, {from: 1, factor: 1}]"));
        Grader grader = Grader.of(ageing);
        Comparison comparison = Comparison.of(
                Side.interpreted(grader, TODAY.minusDays(40), FOUR),
                Side.interpreted(grader, TODAY, FOUR),
                industries(FOUR),
                regions(FOUR));
        assertThat(comparison.moves().going(Direction.BETTER)).isEqualTo(1);
    }

    @Test
    void anEmptyPopulationHasNoShares() {
        Comparison comparison = compare(policy(SMALL), STRICTER, List.of());
        assertThat(comparison.moves().share(Direction.BETTER)).isNull();
        assertThat(comparison.bySection()).isEmpty();
    }

    @Test
    void sidesOfUnlikePopulationsAreRefused() {
        Side four = Side.interpreted(Grader.of(STRICTER), TODAY, FOUR);
        Side none = Side.interpreted(Grader.of(STRICTER), TODAY, List.of());
        assertThatThrownBy(() -> Comparison.of(four, none, industries(FOUR), regions(FOUR)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unlike populations");
    }

    private static Comparison compare(Policy before, Policy after) {
        return compare(before, after, FOUR);
    }

    private static Comparison compare(Policy before, Policy after, List<Party> parties) {
        return Comparison.of(
                Side.interpreted(Grader.of(before), TODAY, parties),
                Side.interpreted(Grader.of(after), TODAY, parties),
                industries(parties),
                regions(parties));
    }

    private static Codes industries(List<Party> parties) {
        Codes.Builder codes = new Codes.Builder();
        parties.forEach(party -> codes.add(party.industry()));
        return codes.build();
    }

    private static Codes regions(List<Party> parties) {
        Codes.Builder codes = new Codes.Builder();
        parties.forEach(party -> codes.add(party.region()));
        return codes.build();
    }

    private static Party party(String id, String industry, String region, Fact... facts) {
        return new Party(id, industry, region, null, List.of(facts));
    }
}
