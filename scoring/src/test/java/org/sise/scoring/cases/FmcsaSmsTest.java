package org.sise.scoring.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sise.scoring.TestPolicies.TODAY;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

/** The groups of peers of the FMCSA SMS, and its high risk. */
class FmcsaSmsTest {
    private static final Grader GRADER = Grader.of(BuiltIn.policy("fmcsa-sms"));

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

    static @Nullable Points value(String figure, Graded.Result result) {
        for (FigureValue value : result.figures()) {
            if (value.figure().id().equals(figure)) {
                return value.value();
            }
        }
        throw new IllegalArgumentException("no figure " + figure);
    }
}
