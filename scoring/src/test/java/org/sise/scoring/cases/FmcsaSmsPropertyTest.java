package org.sise.scoring.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sise.scoring.TestPolicies.TODAY;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.grade.Fact;
import org.sise.scoring.grade.Graded;
import org.sise.scoring.grade.Grader;
import org.sise.scoring.grade.Party;
import org.sise.scoring.policy.Points;
import org.sise.scoring.read.BuiltIn;

class FmcsaSmsPropertyTest {
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
        Points measure = FmcsaSmsTest.value("fitness-measure", result);
        Points percentile = FmcsaSmsTest.value("fitness-percentile", result);
        if (measure == null || percentile == null) {
            return null;
        }
        long inspections = carrier.facts().stream()
                .filter(fact -> fact.kind().equals("inspection"))
                .count();
        return new Standing(inspections < 11 ? 5 : 11, measure.toBigDecimal(), percentile.toBigDecimal());
    }
}
