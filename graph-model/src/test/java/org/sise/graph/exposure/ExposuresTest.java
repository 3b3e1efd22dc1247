package org.sise.graph.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sise.core.grade.Grade;
import org.sise.core.record.RecordKind;
import org.sise.graph.relation.Parties;
import org.sise.graph.relation.PartyKind;
import org.sise.graph.relation.Relation;
import org.sise.graph.relation.RelationKind;
import org.sise.graph.relation.Relations;
import org.sise.graph.relation.Share;

class ExposuresTest {

    private final Parties parties = new Parties();
    private final Relations relations = new Relations(parties);
    private final Map<Integer, Integer> weights = new HashMap<>();
    private final ExposureRules rules = ExposureRulesReader.builtIn();

    @Test
    void a_red_holder_reaches_what_it_holds_by_its_share() {
        red("R").holds("R", "A", "60")
                .holds("R", "B", "30")
                .holds("R", "C", "12")
                .holds("R", "D", "9");

        assertThat(says("A")).isEqualTo("0.800000 of R by R-A");
        assertThat(says("B")).isEqualTo("0.500000 of R by R-B");
        assertThat(says("C")).isEqualTo("0.200000 of R by R-C");
        assertThat(says("D")).isEqualTo("none");
    }

    @Test
    void a_person_who_heads_both_is_one_step() {
        red("R").heads("p", "R").heads("p", "A").holds("A", "B", "100").holds("B", "C", "100");

        assertThat(says("A")).isEqualTo("0.640000 of R by R-p-A");
        assertThat(says("B")).isEqualTo("0.512000 of R by R-p-A-B");
        assertThat(says("C")).isEqualTo("none");
    }

    @Test
    void nobody_is_exposed_to_itself_and_nothing_grows_in_a_circle() {
        red("R").holds("R", "A", "100").holds("A", "R", "100").holds("R", "R", "20");

        assertThat(says("R")).isEqualTo("none");
        assertThat(says("A")).isEqualTo("0.800000 of R by R-A");
    }

    @Test
    void two_red_ones_are_exposed_to_each_other() {
        red("R").red("S").holds("R", "S", "100");

        assertThat(says("R")).isEqualTo("0.600000 of S by S-R");
        assertThat(says("S")).isEqualTo("0.800000 of R by R-S");
    }

    @Test
    void what_came_from_others_is_not_passed_on_as_ones_own() {
        red("R").holds("R", "A", "100").holds("A", "B", "100").holds("B", "C", "100");

        assertThat(says("B")).isEqualTo("0.640000 of R by R-A-B");
        assertThat(says("C")).isEqualTo("none");
    }

    @Test
    void a_name_alone_ties_nobody_together() {
        int name = parties.number(PartyKind.NAMED_PERSON, "王伟");
        red("R");
        relations.add(new Relation(name, party("R"), RelationKind.LEGAL_REPRESENTATIVE, Share.UNKNOWN, null, null, 1));
        relations.add(new Relation(name, party("A"), RelationKind.LEGAL_REPRESENTATIVE, Share.UNKNOWN, null, null, 2));

        assertThat(says("A")).isEqualTo("none");
    }

    @Test
    void a_mass_registrar_passes_nothing_on() {
        red("B0");
        int address = parties.number(PartyKind.ADDRESS, "某路1号");
        for (int i = 0; i < 10; i++) {
            relations.add(new Relation(address, party("B" + i), RelationKind.ADDRESS_OF, Share.UNKNOWN, null, null, i));
        }
        assertThat(says("B5")).startsWith("0.250000 of B0");

        relations.add(new Relation(address, party("B10"), RelationKind.ADDRESS_OF, Share.UNKNOWN, null, null, 11));

        assertThat(says("B5")).isEqualTo("none");
    }

    @Test
    void a_dishonest_person_reaches_the_businesses_that_it_heads() {
        heads("p", "A").holds("A", "B", "100").holds("B", "C", "100");
        weights.put(party("p"), 1000);

        assertThat(says("A")).isEqualTo("0.800000 of p by p-A");
        assertThat(says("B")).isEqualTo("0.640000 of p by p-A-B");
        assertThat(says("C")).isEqualTo("none");
    }

    @Test
    void an_effect_worsens_by_one_grade_and_never_to_red() {
        assertThat(rules.worsened(Grade.BLUE, 299_999)).isEqualTo(Grade.BLUE);
        assertThat(rules.worsened(Grade.BLUE, 300_000)).isEqualTo(Grade.YELLOW);
        assertThat(rules.worsened(Grade.YELLOW, ExposureRules.WHOLE)).isEqualTo(Grade.ORANGE);
        assertThat(rules.worsened(Grade.ORANGE, ExposureRules.WHOLE)).isEqualTo(Grade.ORANGE);
        assertThat(rules.worsened(Grade.RED, ExposureRules.WHOLE)).isEqualTo(Grade.RED);
    }

    @Test
    void the_weight_is_the_most_of_ones_own_grade_and_records() {
        assertThat(rules.weight(Grade.ORANGE, Set.of(RecordKind.PENALTY))).isEqualTo(400);
        assertThat(rules.weight(Grade.YELLOW, Set.of(RecordKind.DISHONESTY_LISTING)))
                .isEqualTo(1000);
    }

    private ExposuresTest red(String business) {
        weights.put(party(business), rules.weight(Grade.RED, Set.of()));
        return this;
    }

    private ExposuresTest holds(String holder, String held, String percent) {
        relations.add(Relation.holding(
                party(holder), party(held), Share.ofPercent(new BigDecimal(percent)), relations.size()));
        return this;
    }

    private ExposuresTest heads(String person, String business) {
        relations.add(new Relation(
                party(person),
                party(business),
                RelationKind.LEGAL_REPRESENTATIVE,
                Share.UNKNOWN,
                null,
                null,
                relations.size()));
        return this;
    }

    private String says(String business) {
        int number = party(business);
        int[] own = new int[parties.size()];
        weights.forEach((party, weight) -> own[party] = weight);
        ExposureInput input =
                ExposureInput.of(relations.on(LocalDate.of(2026, 11, 22), EnumSet.allOf(RelationKind.class)), own);
        Exposure exposure = Exposures.of(input, rules).exposure(number);
        if (exposure.origin() < 0) {
            return "none";
        }
        StringBuilder path = new StringBuilder(parties.id(exposure.origin()));
        exposure.path().forEach(hop -> path.append('-').append(parties.id(hop.to())));
        assertThat(exposure.path().getLast().effect()).isEqualTo(exposure.effect());
        return "%s of %s by %s"
                .formatted(BigDecimal.valueOf(exposure.effect(), 6), parties.id(exposure.origin()), path);
    }

    private int party(String name) {
        return parties.number(Character.isLowerCase(name.charAt(0)) ? PartyKind.PERSON : PartyKind.BUSINESS, name);
    }
}
