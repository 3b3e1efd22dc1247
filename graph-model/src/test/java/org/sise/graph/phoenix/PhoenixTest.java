package org.sise.graph.phoenix;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sise.core.grade.Grade;
import org.sise.core.record.RecordKind;
import org.sise.graph.relation.Parties;
import org.sise.graph.relation.PartyKind;
import org.sise.graph.relation.Relation;
import org.sise.graph.relation.RelationKind;
import org.sise.graph.relation.Relations;
import org.sise.graph.relation.Share;

class PhoenixTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private final Parties parties = new Parties();
    private final Relations relations = new Relations(parties);
    private final Map<Integer, BusinessFacts> facts = new HashMap<>();

    @Test
    void a_business_that_ended_with_debts_and_opens_again_is_a_sign_with_its_records() {
        old("A", "2026-03-01", 901);
        young("B", "2026-05-01", "C1392", 902);
        heads("p", "A", 1, "2026-03-01");
        heads("p", "B", 2, null);
        at("某路1号", "A", 3);
        at("某路1号", "B", 4);

        assertThat(alerts())
                .containsExactly(new PhoenixAlert(
                        PhoenixAlert.Sign.REOPENED,
                        List.of(party("A"), party("B")),
                        Set.of(party("p"), parties.find(PartyKind.ADDRESS, "某路1号")),
                        List.of(1L, 2L, 3L, 4L, 800L, 901L, 902L)));
    }

    @Test
    void another_trade_another_address_a_late_opening_or_no_debt_is_no_sign() {
        old("A", "2026-03-01", 901);
        young("B", "2026-05-01", "F5211", 902);
        young("C", "2026-05-01", "C1392", 903);
        young("D", "2024-05-01", "C1392", 904);
        for (String business : List.of("A", "B", "C", "D")) {
            heads("p", business, relations.size(), null);
        }
        at("某路1号", "A", 30);
        at("某路1号", "B", 31);
        at("别处", "C", 32);
        at("某路1号", "D", 33);

        assertThat(alerts()).isEmpty();
    }

    @Test
    void a_name_alone_is_no_sign() {
        old("A", "2026-03-01", 901);
        young("B", "2026-05-01", "C1392", 902);
        int name = parties.number(PartyKind.NAMED_PERSON, "王伟");
        for (String business : List.of("A", "B")) {
            relations.add(new Relation(
                    name, party(business), RelationKind.LEGAL_REPRESENTATIVE, Share.UNKNOWN, null, null, 1));
            at("某路1号", business, 3);
        }

        assertThat(alerts()).isEmpty();
    }

    @Test
    void an_address_of_many_is_no_sign() {
        old("A", "2026-03-01", 901);
        young("B", "2026-05-01", "C1392", 902);
        heads("p", "A", 1, null);
        heads("p", "B", 2, null);
        for (int i = 0; i < 10; i++) {
            at("某路1号", "X" + i, 100 + i);
        }
        at("某路1号", "A", 3);
        at("某路1号", "B", 4);

        assertThat(alerts()).isEmpty();
    }

    @Test
    void a_permit_that_three_firms_had_one_after_the_other_is_a_sign() {
        permitted("A", "2023-01-01", "2024-01-31", 11);
        permitted("B", "2024-02-01", "2025-01-31", 12);
        permitted("C", "2025-03-01", null, 13);
        int record = 1;
        for (String business : List.of("A", "B", "C")) {
            heads("p", business, record++, null);
            at("某路1号", business, record++);
        }

        assertThat(alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.sign()).isEqualTo(PhoenixAlert.Sign.PERMIT_CHAIN);
            assertThat(alert.businesses()).containsExactly(party("A"), party("B"), party("C"));
            assertThat(alert.records()).contains(11L, 12L, 13L, 1L, 6L);
        });
    }

    @Test
    void two_firms_are_no_chain() {
        permitted("A", "2023-01-01", "2024-01-31", 11);
        permitted("B", "2024-02-01", null, 12);
        heads("p", "A", 1, null);
        heads("p", "B", 2, null);
        at("某路1号", "A", 3);
        at("某路1号", "B", 4);

        assertThat(alerts()).isEmpty();
    }

    @Test
    void the_legal_representative_of_a_red_business_in_a_new_one_is_a_sign() {
        facts.put(party("R"), facts("2020-01-01", 1, null, 0, "C1392", Grade.RED, List.of(), List.of()));
        young("N", "2026-09-01", "F5211", 902);
        young("M", "2025-09-01", "F5211", 903);
        heads("p", "R", 5, null);
        heads("p", "N", 6, null);
        heads("p", "M", 7, null);

        assertThat(alerts())
                .containsExactly(new PhoenixAlert(
                        PhoenixAlert.Sign.RED_REPRESENTATIVE,
                        List.of(party("R"), party("N")),
                        Set.of(party("p")),
                        List.of(5L, 6L, 902L)));
    }

    private List<PhoenixAlert> alerts() {
        return Phoenix.alerts(relations, facts, DAY, PhoenixRulesReader.builtIn());
    }

    private void old(String business, String ended, long ending) {
        facts.put(
                party(business),
                facts(
                        "2020-01-01",
                        700,
                        ended,
                        ending,
                        "C1399",
                        null,
                        List.of(new BusinessFacts.Mark(RecordKind.PENALTY, LocalDate.of(2026, 1, 1), 800)),
                        List.of()));
    }

    private void young(String business, String registered, String industry, long record) {
        facts.put(party(business), facts(registered, record, null, 0, industry, null, List.of(), List.of()));
    }

    private void permitted(String business, String from, @Nullable String ended, long record) {
        facts.put(
                party(business),
                facts(
                        from,
                        record + 100,
                        ended,
                        record + 200,
                        "H6210",
                        null,
                        List.of(),
                        List.of(new BusinessFacts.Permit("食品经营", LocalDate.parse(from), record))));
    }

    private static BusinessFacts facts(
            String registered,
            long registration,
            @Nullable String ended,
            long ending,
            String industry,
            @Nullable Grade grade,
            List<BusinessFacts.Mark> marks,
            List<BusinessFacts.Permit> permits) {
        return new BusinessFacts(
                LocalDate.parse(registered),
                registration,
                ended == null ? null : LocalDate.parse(ended),
                ending,
                industry,
                grade,
                new ArrayList<>(marks),
                permits);
    }

    private void heads(String person, String business, long record, @Nullable String until) {
        relations.add(new Relation(
                party(person),
                party(business),
                RelationKind.LEGAL_REPRESENTATIVE,
                Share.UNKNOWN,
                null,
                until == null ? null : LocalDate.parse(until),
                record));
    }

    private void at(String address, String business, long record) {
        relations.add(new Relation(
                parties.number(PartyKind.ADDRESS, address),
                party(business),
                RelationKind.ADDRESS_OF,
                Share.UNKNOWN,
                null,
                null,
                record));
    }

    private int party(String name) {
        return parties.number(Character.isLowerCase(name.charAt(0)) ? PartyKind.PERSON : PartyKind.BUSINESS, name);
    }
}
