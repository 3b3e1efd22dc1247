package org.sise.scoring.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sise.scoring.TestPolicies.TODAY;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.sise.scoring.policy.Dimension;
import org.sise.scoring.policy.FixedPoint;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.policy.Vocabulary;
import org.sise.scoring.read.BuiltIn;
import org.sise.scoring.receipt.Receipt;

class ShenfuPropertyTest {
    private static final Instant KNOWN = Instant.parse("2026-11-22T00:00:00Z");
    private static final Vocabulary VOCABULARY = BuiltIn.ledgerVocabulary();
    private static final Policy POLICY = BuiltIn.policy("shenfu-four-colour");
    private static final Grader GRADER = Grader.of(POLICY);

    @Property
    void theOrderOfFactsNeverMatters(@ForAll("facts") List<Fact> facts, @ForAll Random random) {
        List<Fact> shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, random);
        assertThat(Receipt.of(grade(shuffled), KNOWN).bytes())
                .isEqualTo(Receipt.of(grade(facts), KNOWN).bytes());
    }

    @Property
    void aFurtherPenaltyNeverImprovesAGrade(@ForAll("facts") List<Fact> facts, @ForAll("penalty") Fact penalty) {
        Graded.Result before = grade(facts);
        Graded.Result after = grade(with(facts, penalty));
        assertThat(after.grade().rank()).isGreaterThanOrEqualTo(before.grade().rank());
        assertThat(after.score()).isGreaterThanOrEqualTo(before.score());
    }

    @Property
    void aRepairedPenaltyEqualsItsAbsenceButForTheExplanation(
            @ForAll("facts") List<Fact> facts, @ForAll("penalty") Fact penalty) {
        Fact repaired =
                new Fact(penalty.kind(), penalty.date(), FactState.REPAIRED, penalty.reference(), penalty.fields());
        Graded.Result without = grade(facts);
        Graded.Result with = grade(with(facts, repaired));
        assertThat(with.grade()).isEqualTo(without.grade());
        assertThat(with.score()).isEqualTo(without.score());
        assertThat(with.contributions()).isEqualTo(without.contributions());
        assertThat(with.rulings()).isEqualTo(without.rulings());
        assertThat(with.weightless())
                .hasSize(without.weightless().size() + 1)
                .contains(new Weightless(repaired, null, Weightless.Reason.REPAIRED));
    }

    @Property
    void theContributionsAddUpToTheScores(@ForAll("facts") List<Fact> facts) {
        Graded.Result result = grade(facts);
        long total = 0;
        for (DimensionScore score : result.dimensions()) {
            Dimension dimension = score.dimension();
            long sum = result.contributions().stream()
                    .filter(one -> one.dimension().equals(dimension.id()))
                    .mapToLong(one -> one.points().milli())
                    .sum();
            assertThat(score.score().milli()).isEqualTo(sum);
            total += FixedPoint.product(sum, dimension.weight().milli());
        }
        assertThat(result.score().milli()).isEqualTo(total);
    }

    @Property
    void everyFactIsUsedOrSaidToWeighNothing(@ForAll("facts") List<Fact> facts) {
        Graded.Result result = grade(facts);
        List<Fact> accounted = new ArrayList<>(result.used());
        result.weightless().forEach(one -> accounted.add(one.fact()));
        assertThat(accounted).containsAll(facts);
    }

    @Property
    void theSameInputGivesTheSameBytes(@ForAll("facts") List<Fact> facts) {
        Grader other = Grader.of(BuiltIn.policy("shenfu-four-colour"));
        Party party = new Party("P", "6210", "2115", LocalDate.of(2020, 1, 1), facts);
        assertThat(Receipt.of(other.grade(party, TODAY), KNOWN).bytes())
                .isEqualTo(Receipt.of(grade(facts), KNOWN).bytes());
    }

    @Provide
    Arbitrary<List<Fact>> facts() {
        return Arbitraries.of(List.copyOf(VOCABULARY.kinds().keySet()))
                .flatMap(ShenfuPropertyTest::fact)
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<Fact> penalty() {
        return fact("penalty");
    }

    /** A fact of the kind with some of its fields, now and then with a text that is none of the field's. */
    private static Arbitrary<Fact> fact(String kind) {
        List<Arbitrary<Map.Entry<String, String>>> fields = new ArrayList<>();
        for (Vocabulary.Field field : VOCABULARY.kind(kind).fields().values()) {
            fields.add(text(field).map(text -> Map.entry(field.name(), text)));
        }
        Arbitrary<Map<String, String>> map = Combinators.combine(fields).as(entries -> {
            Map<String, String> filled = new HashMap<>();
            for (Map.Entry<String, String> entry : entries) {
                if (!entry.getValue().isEmpty()) {
                    filled.put(entry.getKey(), entry.getValue());
                }
            }
            return filled;
        });
        return Combinators.combine(
                        Arbitraries.integers().between(-60, 2000),
                        Arbitraries.frequencyOf(
                                net.jqwik.api.Tuple.of(8, Arbitraries.just(FactState.EFFECTIVE)),
                                net.jqwik.api.Tuple.of(2, Arbitraries.of(FactState.class))),
                        Arbitraries.strings().withChars("AB").ofLength(2),
                        map)
                .as((days, state, reference, filled) ->
                        new Fact(kind, TODAY.minusDays(days), state, reference, filled));
    }

    private static Arbitrary<String> text(Vocabulary.Field field) {
        return switch (field.type()) {
            case TEXT -> Arbitraries.of("", "甲", "乙");
            case NUMBER -> Arbitraries.of("", "0", "1234.56", "-3", "many");
            case DATE ->
                Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(1, Arbitraries.of("", "soon")),
                        net.jqwik.api.Tuple.of(
                                2,
                                Arbitraries.integers()
                                        .between(-500, 500)
                                        .map(days -> TODAY.plusDays(days).toString())));
            case TOKEN ->
                Arbitraries.of(Stream.concat(Stream.of("", "other"), field.values().keySet().stream())
                        .toList());
        };
    }

    private static List<Fact> with(List<Fact> facts, Fact further) {
        List<Fact> more = new ArrayList<>(facts);
        more.add(further);
        return more;
    }

    private static Graded.Result grade(List<Fact> facts) {
        Party party = new Party("P", "6210", "2115", LocalDate.of(2020, 1, 1), facts);
        return (Graded.Result) GRADER.grade(party, TODAY);
    }
}
