package org.sise.scoring.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sise.scoring.TestPolicies.SMALL;
import static org.sise.scoring.TestPolicies.read;
import static org.sise.scoring.TestPolicies.small;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every fault that figures, tables and the rules beside the score can have, each where it stands. */
class LanguageFaultsTest {
    private static final String SAYS = "basis: 依据, says: {zh: 说明, en: words}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "sum: [penalty, a]                            | CIRCLE",
                "sum: [nobody]                                | UNKNOWN_OPERAND",
                "sum: []                                      | EMPTY_LIST",
                "max: [penalty], min: [penalty]               | ONE_FORMULA",
                "cap: 3                                       | ONE_FORMULA",
                "difference: [penalty, 1, 2]                  | OUT_OF_RANGE",
                "curve: {of: penalty, knots: [{at: 2, is: 1}, {at: 1, is: 1}]} | NOT_ASCENDING",
                "bands: {of: penalty, values: [{to: 2, is: 1}, {from: 3, is: 2}]} | BAND_GAP",
                "bands: {of: penalty, values: [{to: 2, is: 1}, {from: 1, is: 2}]} | BAND_OVERLAP",
                "count: {of: [penalty]}                       | NO_TEST",
                "percentile: {of: penalty, groups: {by: penalty, from: []}} | EMPTY_GROUPS",
                "percentile: {of: penalty, groups: {by: penalty, from: [3, 3]}} | NOT_ASCENDING",
                "percentile: {of: penalty, least: 1}          | OUT_OF_RANGE",
                "percentile: {of: penalty, ranked: {penalty: {known: false, above: 1}}} | NO_TEST",
                "control-limits: {bad: penalty, of: 3, yardstick: 1, step: 0.03, z: 1.6} | INVALID",
            })
    void aFigureThatCannotBeComputedIsAFault(String formula, FaultCode code) {
        assertThat(codes(withFigures("{id: a, zh: 甲, en: a, missing: unknown, %s}".formatted(formula))))
                .contains(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{bands: [{from: 0, to: 6, factor: 1}]}                         | MISSING_FIELD",
                "{bands: [{from: 0, to: 6, factor: 1}], ends: both}             | NOT_ONE_OF",
                "{bands: [{from: 1, to: 6, factor: 1}], ends: inside}           | BAND_START",
                "{bands: [{from: 0, factor: 1}], ends: inside, half-life: 3}    | UNKNOWN_FIELD",
                "{bands: [{from: 0, to: 6, factor: 1}, {from: 7, factor: 1}], ends: inside} | BAND_GAP",
            })
    void bandsWithTheirEndsInsideAreCheckedLikeOthers(String age, FaultCode code) {
        assertThat(codes(small("age: any", "age: " + age))).containsExactly(code);
    }

    @Test
    void aCircleIsNamedWithAllItsMembersAlsoThroughADimension() {
        String circle = withFigures(
                "{id: a, zh: 甲, en: a, missing: unknown, sum: [b]}",
                "{id: b, zh: 乙, en: b, missing: unknown, max: [c, 1]}",
                "{id: c, zh: 丙, en: c, missing: unknown, product: [a, 2]}");
        assertThat(faults(circle))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message().en()).contains("a → b → c → a"));

        String throughDimension = withFigures(
                "{id: a, zh: 甲, en: a, dimension: credit, basis: 依据, missing: unknown, product: [credit, 2]}");
        assertThat(codes(throughDimension)).containsExactly(FaultCode.CIRCLE);

        String closingAtTheDimension = withFigures(
                "{id: a, zh: 甲, en: a, missing: unknown, sum: [credit]}",
                "{id: b, zh: 乙, en: b, dimension: credit, basis: 依据, missing: unknown, sum: [a]}");
        assertThat(faults(closingAtTheDimension))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message().en()).contains("credit"));
    }

    @Test
    void aPercentileOfAPercentileIsAFault() {
        String nested = withFigures(
                "{id: a, zh: 甲, en: a, missing: unknown, percentile: {of: penalty}}",
                "{id: b, zh: 乙, en: b, missing: unknown, sum: [a, 1]}",
                "{id: c, zh: 丙, en: c, missing: unknown, percentile: {of: b}}");
        assertThat(codes(nested)).containsExactly(FaultCode.PEERS_OF_PEERS);
    }

    @Test
    void aFigureOfAScoreNeedsALegalBasisAndARatioCannotSkip() {
        assertThat(codes(withFigures("{id: a, zh: 甲, en: a, dimension: credit, missing: unknown, sum: [penalty]}")))
                .containsExactly(FaultCode.MISSING_BASIS);
        assertThat(codes(withFigures("{id: a, zh: 甲, en: a, missing: skip, ratio: {of: penalty, per: 2}}")))
                .containsExactly(FaultCode.NO_SKIP);
        assertThat(codes(withFigures("{id: penalty, zh: 甲, en: a, missing: skip, sum: [penalty]}")))
                .contains(FaultCode.DUPLICATE_ID);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "age: any | age: {half-life: -6, until: 24}  | NEGATIVE_MONTHS",
                "age: any | age: {half-life: 0, until: 24}   | OUT_OF_RANGE",
                "age: any | age: {half-life: 6}              | MISSING_FIELD",
                "age: any | age: {half-life: 6, until: 1201} | OUT_OF_RANGE",
                "measure: count | measure: {distinct: []}    | EMPTY_LIST",
                "measure: count | measure: {distinct: [document, nothing]} | UNKNOWN_KIND_FIELD",
                "points: 10 | points: 10, value: {field: severity, unit: 1, missing: 0} | WRONG_TYPE",
                "points: 10 | points: 10, value: {field: amount, unit: 0, missing: 0} | OUT_OF_RANGE",
                "points: 10 | points: 10, group-cap: {by: nothing, cap: 3} | UNKNOWN_KIND_FIELD",
                "points: 10 | points: 10, group-cap: {by: document} | MISSING_FIELD",
                "points: 10 | points: 10, exempt: {clear-months: 3, basis: 依据} | MISSING_FIELD",
                "points: 10 | points: 10, exempt: {where: {severity: minor}, clear-months: 3} | MISSING_BASIS",
            })
    void anIndicatorThatDoesNotHoldIsAFault(String part, String replacement, FaultCode code) {
        String flow = replacement.contains("points: 10, ")
                ? replacement.replace("points: 10, ", "points: 10\n    ")
                : replacement;
        assertThat(codes(small(part, flow))).contains(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shifts: [{id: s, kind: complaint, by: 0, %s}] | NO_SHIFT",
                "shifts: [{id: s, kind: complaint, by: 4, %s}] | OUT_OF_RANGE",
                "shifts: [{id: s, kind: complaint, none: true, at-least: 2, by: 1, %s}] | UNKNOWN_FIELD",
                "exposure: {id: e, indicators: [nobody], at-most: 1, never: bad, %s} | UNKNOWN_INDICATOR",
                "exposure: {id: e, indicators: [penalty], at-most: 1, never: good, %s} | NO_EFFECT",
                "exposure: {id: e, indicators: [], at-most: 1, never: bad, %s} | INVALID",
                "steadiness: {id: s, %s} | INVALID",
                "steadiness: {id: s, cool-down-months: -1, %s} | NEGATIVE_MONTHS",
                "dormant: {id: d, kinds: [nothing], months: 3, unknown-registration: old, grade: bad, %s} | UNKNOWN_KIND",
                "dormant: {id: d, kinds: [permit], months: 3, unknown-registration: old, grade: good, %s} | NO_EFFECT",
            })
    void aRuleBesideTheScoreThatDoesNotHoldIsAFault(String rule, FaultCode code) {
        assertThat(codes(SMALL + rule.formatted(SAYS) + "\n")).contains(code);
    }

    @Test
    void aTableEndsWithTheRowWithoutTestsAndKnowsNoMargin() {
        assertThat(codes(table("{when: {penalty: 3}, grade: bad}", "{when: {penalty: 4}, grade: good}")))
                .containsExactly(FaultCode.TABLE_END);
        assertThat(codes(table("{grade: bad}", "{grade: good}"))).containsExactly(FaultCode.TABLE_END);
        assertThat(codes(table("{when: {nobody: 3}, grade: bad}", "{grade: good}")))
                .containsExactly(FaultCode.UNKNOWN_OPERAND);
        assertThat(codes(table("{when: {penalty: 3}, grade: bad}", "{grade: good}")
                        + "steadiness: {id: s, margin: 3, %s}\n".formatted(SAYS)))
                .containsExactly(FaultCode.NO_MARGIN);
    }

    private static String table(String... rows) {
        return SMALL.substring(0, SMALL.indexOf("decision:")) + "decision: {table: [" + String.join(", ", rows)
                + "]}\n";
    }

    private static String withFigures(String... figures) {
        return small("decision:", "figures: [" + String.join(", ", figures) + "]\ndecision:");
    }

    private static List<Fault> faults(String yaml) {
        return ((PolicyReading.Faulty) read(yaml)).faults();
    }

    private static List<FaultCode> codes(String yaml) {
        return faults(yaml).stream().map(Fault::code).toList();
    }
}
