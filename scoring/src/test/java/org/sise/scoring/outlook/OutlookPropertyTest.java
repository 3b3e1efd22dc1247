package org.sise.scoring.outlook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sise.scoring.TestPolicies.SMALL;
import static org.sise.scoring.TestPolicies.TODAY;
import static org.sise.scoring.TestPolicies.in;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.sise.scoring.TestPolicies;
import org.sise.scoring.grade.Fact;
import org.sise.scoring.grade.FactState;
import org.sise.scoring.grade.Graded;
import org.sise.scoring.grade.Grader;
import org.sise.scoring.grade.Party;
import org.sise.scoring.grade.Previous;
import org.sise.scoring.read.BuiltIn;

/** Whoever follows an outlook gets what it promises, on the day it promises, and nobody gets there with less. */
class OutlookPropertyTest {
    private static final String MERIT = SMALL.replace("order: highest-first", "order: lowest-first")
            .replace("start: 0, least: 0", "start: 100, least: 0")
            .replace("points: 10", "points: -15")
            .replace("measure: count", "measure: {distinct: severity}")
            .replace("age: any", "age: [{from: 0, to: 6, factor: 1}, {from: 6, to: 13, factor: 0.333}]")
            .replace("{grade: good, to: 20}", "{grade: bad, to: 80}")
            .replace("{grade: bad, from: 20}", "{grade: good, from: 80}");

    private static final String LATEST = SMALL.replace("measure: count", "measure: latest")
                    .replace("points: 10", "points: 20")
                    .replace("age: any", "age: [{from: 0, to: 24, factor: 1}]\n    through: publishedUntil")
            + """
            minimum-data:
              id: little
              of: [penalty]
              at-least: 1
              grade: bad
              basis: x
              says: {zh: 少, en: little}
            vetoes:
              - id: twice
                kind: penalty
                where: {severity: serious}
                under-months: 18
                at-least: 2
                basis: x
                says: {zh: 两次, en: twice}
            """;

    /** Half-life, exemption, group caps, figures in a table, shifts both ways, cool-down, dormancy. */
    private static final String RICH = """
            format: sise-policy/1
            policy: rich
            version: "1"
            title: {zh: 全, en: Rich}
            in-force-from: 2026-01-01
            basis: x
            source: design
            confidence: low
            order: highest-first
            scope: {}
            grades:
              - {id: one, zh: 一, en: one}
              - {id: two, zh: 二, en: two}
              - {id: three, zh: 三, en: three}
              - {id: four, zh: 四, en: four}
            dimensions:
              - {id: credit, zh: 信用, en: credit, weight: 1, start: 0, least: 0}
            indicators:
              - id: penalty
                dimension: credit
                kind: penalty
                measure: count
                points: 20
                age: {half-life: 7, until: 30}
                exempt: {where: {severity: minor}, clear-months: 9, basis: x}
                group-cap: {by: severity, cap: 30}
                through: publishedUntil
                absent: {points: 0, zh: 无, en: none}
                basis: x
                says: {zh: "{document}", en: "{document}"}
              - id: inspection
                kind: inspection
                measure: latest
                points: 1
                weights: {field: result, values: {no-problem: 0, concealed: 40, obstructed: 50}, otherwise: 5}
                age: [{from: 0, to: 15, factor: 1}]
                absent: {unknown: true, zh: 无, en: none}
                basis: x
                says: {zh: "{document}", en: "{document}"}
            figures:
              - {id: both, zh: 合, en: both, missing: skip, sum: [credit, inspection]}
            decision:
              table:
                - {when: {both: {below: 10}}, grade: one}
                - {when: {both: {below: 25}}, grade: two}
                - {when: {both: {below: 45}}, grade: three}
                - {grade: four}
            shifts:
              - id: clean
                kind: enforcement
                under-months: 20
                none: true
                by: -1
                basis: x
                says: {zh: 无, en: none}
              - id: honoured
                kind: honour
                under-months: 14
                by: -2
                basis: x
                says: {zh: 荣誉, en: honour}
              - id: listed
                kind: dishonesty-listing
                before: removedOn
                by: 1
                basis: x
                says: {zh: 列入, en: listed}
            steadiness:
              id: steady
              cool-down-months: 5
              basis: x
              says: {zh: 稳, en: steady}
            dormant:
              id: silent
              kinds: [inspection, penalty]
              months: 11
              unknown-registration: not-old
              grade: three
              basis: x
              says: {zh: 静, en: silent}
            """;

    private static final List<Grader> GRADERS = List.of(
            Grader.of(BuiltIn.policy("shenfu-four-colour")),
            Grader.of(TestPolicies.policy(MERIT)),
            Grader.of(TestPolicies.policy(LATEST)),
            Grader.of(TestPolicies.policy(RICH)));

    @Property(tries = 300)
    void followingAWayGivesThePromisedGradeOnThePromisedDayAndNotTheDayBefore(
            @ForAll("graders") Grader grader, @ForAll("parties") Party party) {
        Outlook outlook = Outlook.of(grader, party, TODAY);
        for (Better better : outlook.better()) {
            for (Way way : better.ways()) {
                Party repaired =
                        repair(party, way.repairs().stream().map(Repair::fact).toList());
                assertThat(rank(grader, repaired, way.on()))
                        .isEqualTo(way.grade().rank());
                assertThat(way.grade().rank())
                        .isLessThanOrEqualTo(better.grade().rank());
                assertThat(way.exact()).isTrue();
                if (way.on().isAfter(TODAY)) {
                    assertThat(rank(grader, repaired, way.on().minusDays(1)))
                            .isGreaterThan(better.grade().rank());
                }
            }
        }
    }

    @Property(tries = 60)
    void noEarlierDayDoesWithoutARepair(@ForAll("graders") Grader grader, @ForAll("parties") Party party) {
        Outlook outlook = Outlook.of(grader, party, TODAY);
        for (Better better : outlook.better()) {
            LocalDate end = TODAY.plusMonths(62);
            LocalDate first = TODAY;
            while (first.isBefore(end)
                    && rank(grader, party, first) > better.grade().rank()) {
                first = first.plusDays(1);
            }
            List<Way> waits = better.ways().stream()
                    .filter(way -> way.repairs().isEmpty())
                    .toList();
            if (first.isBefore(end)) {
                assertThat(waits).extracting(Way::on).containsExactly(first);
            } else {
                assertThat(waits).isEmpty();
            }
        }
    }

    @Property(tries = 100)
    void noSmallerSetOfAnyRecordsDoesByThatDay(@ForAll("graders") Grader grader, @ForAll("parties") Party party) {
        Outlook outlook = Outlook.of(grader, party, TODAY);
        for (Better better : outlook.better()) {
            for (Way way : better.ways()) {
                for (int mask = 0; mask < 1 << party.facts().size(); mask++) {
                    if (Integer.bitCount(mask) < way.repairs().size()) {
                        assertThat(rank(grader, repair(party, mask), way.on()))
                                .isGreaterThan(better.grade().rank());
                    }
                }
            }
            if (better.ways().stream().noneMatch(way -> way.on().equals(TODAY))) {
                for (int mask = 0; mask < 1 << party.facts().size(); mask++) {
                    assertThat(rank(grader, repair(party, mask), TODAY))
                            .isGreaterThan(better.grade().rank());
                }
            }
        }
    }

    @Property(tries = 100)
    void theWaysOfOneGradeTradeRepairsForTime(@ForAll("graders") Grader grader, @ForAll("parties") Party party) {
        for (Better better : Outlook.of(grader, party, TODAY).better()) {
            List<Way> ways = better.ways();
            for (int i = 1; i < ways.size(); i++) {
                assertThat(ways.get(i).repairs())
                        .hasSizeGreaterThan(ways.get(i - 1).repairs().size());
                assertThat(ways.get(i).on()).isBefore(ways.get(i - 1).on());
            }
        }
    }

    @Provide
    Arbitrary<Grader> graders() {
        return Arbitraries.of(GRADERS);
    }

    @Provide
    Arbitrary<Party> parties() {
        Arbitrary<LocalDate> registered = Arbitraries.integers().between(0, 500).map(days -> TODAY.minusDays(days));
        Arbitrary<Previous> previous = Combinators.combine(
                        Arbitraries.of("three", "four"), Arbitraries.integers().between(0, 160))
                .as((grade, days) -> new Previous(grade, TODAY.minusDays(days), null));
        return Combinators.combine(
                        facts().list().ofMinSize(1).ofMaxSize(7), registered.injectNull(0.3), previous.injectNull(0.5))
                .as((facts, day, so) -> new Party("P", "6210", "2115", day, numbered(facts), so));
    }

    private static Arbitrary<Fact> facts() {
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(6, fact("penalty", "severity", "minor", "general", "serious")),
                net.jqwik.api.Tuple.of(1, fact("inspection", "result", "no-problem", "concealed", "obstructed")),
                net.jqwik.api.Tuple.of(1, fact("safety-assessment", "level", "low", "general", "major")),
                net.jqwik.api.Tuple.of(1, fact("dishonesty-listing", "ground", "x")),
                net.jqwik.api.Tuple.of(1, fact("honour", "title", "x")),
                net.jqwik.api.Tuple.of(1, fact("enforcement", "court", "x")));
    }

    private static Arbitrary<Fact> fact(String kind, String field, String... values) {
        Arbitrary<LocalDate> dates = Arbitraries.integers().between(-40, 1200).map(TODAY::minusDays);
        Arbitrary<String> ends = Arbitraries.integers()
                .between(-30, 900)
                .map(days -> TODAY.plusDays(days).toString())
                .injectNull(0.6);
        return Combinators.combine(
                        dates,
                        Arbitraries.of(values),
                        ends,
                        Arbitraries.frequency(
                                net.jqwik.api.Tuple.of(9, FactState.EFFECTIVE),
                                net.jqwik.api.Tuple.of(1, FactState.WITHDRAWN)))
                .as((date, value, end, state) -> {
                    Map<String, String> fields = new HashMap<>(Map.of(field, value));
                    if (end != null) {
                        fields.put(kind.equals("dishonesty-listing") ? "removedOn" : "publishedUntil", end);
                    }
                    return new Fact(kind, date, state, null, fields);
                });
    }

    private static List<Fact> numbered(List<Fact> facts) {
        List<Fact> numbered = new ArrayList<>();
        for (Fact fact : facts) {
            numbered.add(new Fact(fact.kind(), fact.date(), fact.state(), "N" + numbered.size(), fact.fields()));
        }
        return numbered;
    }

    private static Party repair(Party party, int mask) {
        List<Fact> chosen = new ArrayList<>();
        for (int i = 0; i < party.facts().size(); i++) {
            if ((mask >> i & 1) == 1) {
                chosen.add(party.facts().get(i));
            }
        }
        return repair(party, chosen);
    }

    private static Party repair(Party party, List<Fact> chosen) {
        List<Fact> facts = new ArrayList<>();
        for (Fact fact : party.facts()) {
            facts.add(chosen.contains(fact) && fact.state().weighs() ? in(FactState.REPAIRED, fact) : fact);
        }
        return new Party(party.id(), party.industry(), party.region(), party.registeredOn(), facts, party.previous());
    }

    private static int rank(Grader grader, Party party, LocalDate day) {
        return ((Graded.Result) grader.grade(party, day)).grade().rank();
    }
}
