package org.sise.scoring.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sise.scoring.TestPolicies.TODAY;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sise.scoring.grade.Fact;
import org.sise.scoring.grade.FigureValue;
import org.sise.scoring.grade.Graded;
import org.sise.scoring.grade.Grader;
import org.sise.scoring.grade.Party;
import org.sise.scoring.policy.Points;
import org.sise.scoring.read.BuiltIn;

/** The groups of peers of the FMCSA SMS, and what a percentile of it says. */
class FmcsaSmsTest {
    private static final Grader GRADER = Grader.of(BuiltIn.policy("fmcsa-sms"));

    /** A carrier's standing in Driver Fitness. */
    private record Standing(long group, BigDecimal measure, BigDecimal percentile) {}

    /**
     * All that the published pairs of measure and percentile show without their population, such as Driver Fitness 0.97
     * and 70, 1.27 and 80 of carrier 282191.
     */
    @Property(tries = 25)
    void withinAGroupALargerMeasureHasALargerPercentile(@ForAll("carriers") List<Party> carriers) {
        Grader grader = GRADER.among(carriers, TODAY);
        List<Standing> standings = new ArrayList<>();
        for (Party carrier : carriers) {
            Standing standing = standing(carrier, (Graded.Result) grader.grade(carrier, TODAY));
            if (standing != null) {
                standings.add(standing);
            }
        }
        for (Standing a : standings) {
            assertThat(a.percentile()).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
            for (Standing b : standings) {
                if (a.group() == b.group() && a.measure().compareTo(b.measure()) < 0) {
                    assertThat(a.percentile()).isLessThan(b.percentile());
                }
            }
        }
        assertThat(standings).as("somebody is ranked").isNotEmpty();
    }

    /** Where the groups of peers begin, by the number of events; the last has no end. */
    @ParameterizedTest
    @CsvSource({
        "unsafe, combination, 3 9 22 58 150",
        "unsafe, straight, 3 5 9 19 50",
        "crash, combination, 2 4 7 17 46",
        "crash, straight, 2 3 5 9 27",
        "hos, '', 3 11 21 101 501",
        "vehicle, '', 5 11 21 101 501",
        "fitness, '', 5 11 21 101 501",
        "hm, '', 5 11 16 41 101",
        "substances, '', 1 2 3 4",
    })
    void carriersWithLikeNumbersOfEventsArePeers(String basic, String segment, String starts) {
        int[] from = Stream.of(starts.split(" ")).mapToInt(Integer::parseInt).toArray();
        for (int g = 0; g < from.length; g++) {
            int last = g + 1 < from.length ? from[g + 1] - 1 : from[g] + 20;
            assertThat(ranks(basic, segment, from[g] - 1, from[g]))
                    .as("%s: %d begins a group", basic, from[g])
                    .containsOnlyNulls();
            assertThat(ranks(basic, segment, from[g], last))
                    .as("%s: %d to %d", basic, from[g], last)
                    .doesNotContainNull();
        }
    }

    @Test
    void ninetyIsEnoughForHighRisk() {
        List<Party> carriers = new ArrayList<>();
        for (int severity = 0; severity <= 10; severity++) {
            List<Fact> facts = new ArrayList<>();
            facts.add(Fact.of("carrier-census", TODAY, "census", Map.of("class", "passenger")));
            for (int i = 0; i < 5; i++) {
                Map<String, String> found = Map.of("number", "I" + i, "hos", "found", "vehicle", "found");
                facts.add(Fact.of("inspection", TODAY, "I" + i, found));
            }
            for (String basic : List.of("hos", "vehicle")) {
                Map<String, String> violation =
                        Map.of("inspection", "I0", "basic", basic, "code", "A", "severity", "" + severity);
                facts.add(Fact.of("violation", TODAY, basic, violation));
            }
            carriers.add(new Party("severity " + severity, null, null, null, facts));
        }
        Grader grader = GRADER.among(carriers, TODAY);

        Graded.Result nine = (Graded.Result) grader.grade(carriers.get(9), TODAY);
        assertThat(value("hos-percentile", nine)).isEqualTo(Points.of(90));
        assertThat(nine.grade().id()).isEqualTo("high-risk");
        assertThat(((Graded.Result) grader.grade(carriers.get(8), TODAY))
                        .grade()
                        .id())
                .as("eighty is not")
                .isEqualTo("alert");
    }

    /** The ranks of two carriers among themselves, each with so many events of a BASIC. */
    private static List<@Nullable Points> ranks(String basic, String segment, int... events) {
        List<Party> carriers = new ArrayList<>();
        for (int number : events) {
            carriers.add(withEvents("carrier " + carriers.size(), basic, segment, number));
        }
        Grader grader = GRADER.among(carriers, TODAY);
        List<@Nullable Points> ranks = new ArrayList<>();
        for (Party carrier : carriers) {
            ranks.add(value(basic + "-rank", (Graded.Result) grader.grade(carrier, TODAY)));
        }
        return ranks;
    }

    private static Party withEvents(String id, String basic, String segment, int events) {
        List<Fact> facts = new ArrayList<>();
        Map<String, String> census =
                Map.of("power-units", "9", "power-units-6", "9", "power-units-18", "9", "segment", segment);
        facts.add(Fact.of("carrier-census", TODAY, "census", census));
        for (int i = 0; i < events; i++) {
            String number = "I" + i;
            if (basic.equals("crash")) {
                facts.add(Fact.of("crash", TODAY, number, Map.of("severity", "tow-away")));
            } else {
                if (!basic.equals("unsafe")) {
                    facts.add(Fact.of("inspection", TODAY, number, Map.of("number", number, basic, "found")));
                }
                Map<String, String> violation =
                        Map.of("inspection", number, "basic", basic, "code", "A", "severity", "5");
                facts.add(Fact.of("violation", TODAY, number, violation));
            }
        }
        return new Party(id, null, null, null, facts);
    }

    /** Thirty carriers with 5 to 14 inspections each, so that both groups have members. */
    @Provide
    Arbitrary<List<Party>> carriers() {
        return Arbitraries.integers()
                .between(1, 10)
                .list()
                .ofMinSize(5)
                .ofMaxSize(14)
                .list()
                .ofSize(30)
                .map(all -> {
                    List<Party> carriers = new ArrayList<>();
                    for (List<Integer> severities : all) {
                        carriers.add(carrier("carrier " + carriers.size(), severities));
                    }
                    return carriers;
                });
    }

    private static Party carrier(String id, List<Integer> severities) {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < severities.size(); i++) {
            int severity = severities.get(i);
            Map<String, String> inspection = new LinkedHashMap<>();
            inspection.put("number", "I" + i);
            inspection.put("fitness", severity > 4 ? "found" : "clean");
            facts.add(Fact.of("inspection", TODAY.minusDays(20L * i), "I" + i, inspection));
            if (severity > 4) {
                Map<String, String> violation =
                        Map.of("inspection", "I" + i, "basic", "fitness", "code", "391.11", "severity", "" + severity);
                facts.add(Fact.of("violation", TODAY.minusDays(20L * i), "V" + i, violation));
            }
        }
        return new Party(id, null, null, null, facts);
    }

    private static @Nullable Standing standing(Party carrier, Graded.Result result) {
        Points measure = value("fitness-measure", result);
        Points percentile = value("fitness-percentile", result);
        if (measure == null || percentile == null) {
            return null;
        }
        long inspections = carrier.facts().stream()
                .filter(fact -> fact.kind().equals("inspection"))
                .count();
        return new Standing(inspections < 11 ? 5 : 11, measure.toBigDecimal(), percentile.toBigDecimal());
    }

    private static @Nullable Points value(String figure, Graded.Result result) {
        for (FigureValue value : result.figures()) {
            if (value.figure().id().equals(figure)) {
                return value.value();
            }
        }
        throw new IllegalArgumentException("no figure " + figure);
    }
}
