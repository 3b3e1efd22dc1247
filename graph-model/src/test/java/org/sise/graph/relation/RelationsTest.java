package org.sise.graph.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RelationsTest {

    private static final LocalDate DAY = LocalDate.of(2024, 5, 1);
    private static final Set<RelationKind> ALL = EnumSet.allOf(RelationKind.class);

    private final Parties parties = new Parties();
    private final Relations relations = new Relations(parties, 0);

    @Test
    void a_relation_stands_from_its_first_day_to_its_last() {
        holds("p", "A", "30", DAY, DAY.plusDays(1));
        holds("q", "A", "70", null, null);

        assertThat(holders(DAY.minusDays(1))).containsExactly("q 70");
        assertThat(holders(DAY)).containsExactly("p 30", "q 70");
        assertThat(holders(DAY.plusDays(1))).containsExactly("p 30", "q 70");
        assertThat(holders(DAY.plusDays(2))).containsExactly("q 70");
    }

    @Test
    void only_the_kinds_that_are_asked_for_are_there() {
        holds("p", "A", "30", null, null);
        relations.add(
                new Relation(party("q"), party("A"), RelationKind.LEGAL_REPRESENTATIVE, Share.UNKNOWN, null, null, 7));

        assertThat(relations.on(DAY, Set.of(RelationKind.HOLDS)).relations()).isEqualTo(1);
        RelationGraph graph = relations.on(DAY, ALL);
        assertThat(graph.relations()).isEqualTo(2);
        assertThat(graph.kind(graph.inEnd(party("A")) - 1)).isEqualTo(RelationKind.LEGAL_REPRESENTATIVE);
        assertThat(graph.record(graph.out(graph.outFirst(party("q"))))).isEqualTo(7);
    }

    @Test
    void shares_are_the_decimals_of_the_input() {
        holds("p", "A", "33.333333333333", null, null);
        holds("q", "A", "33.333333333333", null, null);
        holds("A", "A", "66.7", null, null);

        RelationGraph graph = relations.on(DAY, ALL);
        assertThat(Share.percent(graph.held(party("A")))).isEqualTo("133.366666666666");
        assertThat(Share.percent(graph.heldByItself(party("A")))).isEqualTo("66.7");
        assertThat(Share.percent(Share.WHOLE)).isEqualTo("100");
        assertThat(Share.plus(Long.MAX_VALUE - 1, 5)).isEqualTo(Long.MAX_VALUE);
        assertThat(Share.plus(3, Share.UNKNOWN)).isEqualTo(3);
        assertThatThrownBy(() -> Share.ofPercent(new BigDecimal("100.000000000001")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void dates_turned_round_are_refused() {
        assertThatThrownBy(() -> holds("p", "A", "1", DAY, DAY.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2024-04-30");
    }

    @Test
    void a_body_that_is_held_is_a_business_and_a_person_of_its_name_is_another() {
        int body = parties.number(PartyKind.BODY, "甲");
        int business = parties.number(PartyKind.BUSINESS, "甲");
        int person = parties.number(PartyKind.PERSON, "甲");

        assertThat(business).isEqualTo(body);
        assertThat(parties.kind(body)).isEqualTo(PartyKind.BUSINESS);
        assertThat(person).isNotEqualTo(body);
        assertThat(parties.find(PartyKind.PERSON, "甲")).isEqualTo(person);
        assertThat(parties.find(PartyKind.ADDRESS, "甲")).isEqualTo(-1);
        assertThat(parties.number(PartyKind.PERSON, "")).isNotEqualTo(parties.number(PartyKind.PERSON, ""));
    }

    @Test
    void numbers_are_those_of_a_map() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Map<String, Integer> map = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            PartyKind kind = random.nextBoolean() ? PartyKind.PERSON : PartyKind.BUSINESS;
            String id = Integer.toString(random.nextInt(5000), 36);
            int expected = map.computeIfAbsent(kind + id, _ -> map.size());
            assertThat(parties.number(kind, id)).as("seed %d", seed).isEqualTo(expected);
            assertThat(parties.id(expected)).isEqualTo(id);
            assertThat(parties.kind(expected)).isEqualTo(kind);
        }
    }

    @Test
    void both_directions_say_the_same() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 3000; i++) {
            int business = random.nextInt(100);
            relations.add(Relation.holding(
                    party("B" + random.nextInt(200)), party("B" + business), random.nextLong(Share.WHOLE), i));
        }

        RelationGraph graph = relations.on(DAY, ALL);
        boolean[] met = new boolean[graph.relations()];
        for (int party = 0; party < graph.size(); party++) {
            for (int place = graph.outFirst(party); place < graph.outEnd(party); place++) {
                int relation = graph.out(place);
                assertThat(met[relation]).as("seed %d", seed).isFalse();
                met[relation] = true;
                assertThat(graph.from(relation)).isEqualTo(party);
                assertThat(relation).isBetween(graph.inFirst(graph.to(relation)), graph.inEnd(graph.to(relation)) - 1);
            }
        }
        assertThat(met).doesNotContain(false);
    }

    private void holds(
            String holder, String held, String percent, @Nullable LocalDate since, @Nullable LocalDate until) {
        relations.add(new Relation(
                party(holder),
                party(held),
                RelationKind.HOLDS,
                Share.ofPercent(new BigDecimal(percent)),
                since,
                until,
                relations.size()));
    }

    private List<String> holders(LocalDate day) {
        RelationGraph graph = relations.on(day, ALL);
        List<String> holders = new ArrayList<>();
        for (int relation = graph.inFirst(party("A")); relation < graph.inEnd(party("A")); relation++) {
            holders.add(parties.id(graph.from(relation)) + " " + Share.percent(graph.share(relation)));
        }
        return holders;
    }

    private int party(String name) {
        return parties.number(Character.isLowerCase(name.charAt(0)) ? PartyKind.PERSON : PartyKind.BUSINESS, name);
    }
}
