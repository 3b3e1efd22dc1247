package org.sise.scoring.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sise.scoring.TestPolicies.SMALL;
import static org.sise.scoring.TestPolicies.policy;
import static org.sise.scoring.TestPolicies.read;
import static org.sise.scoring.TestPolicies.small;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sise.core.grade.Grade;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.policy.Vocabulary;

class PolicyReaderTest {
    private static final String BANDS = "age: [{from: 0, to: 12, factor: 1}, {from: 12, to: 24, factor: 0.5}]";

    @Test
    void aSoundPolicyIsReadWithTheDigestOfItsBytes() {
        Policy policy = policy(SMALL);
        assertThat(policy.id()).isEqualTo("small");
        assertThat(policy.digest()).hasSize(64).isEqualTo(policy(SMALL).digest());
        assertThat(policy(SMALL + "# a comment\n").digest()).isNotEqualTo(policy.digest());
    }

    @Test
    void theShenfuPolicyHasFourColoursWithTheirSupervision() {
        Policy policy = BuiltIn.policy("shenfu-four-colour");
        assertThat(policy.grades())
                .extracting(grade -> grade.colour())
                .containsExactly(Grade.BLUE, Grade.YELLOW, Grade.ORANGE, Grade.RED);
        assertThat(policy.grades())
                .extracting(grade -> grade.supervision().planned().toPlainString())
                .containsExactly("3", "10", "40", "100");
        assertThat(policy.indicators())
                .extracting(indicator -> indicator.match().kind())
                .contains(
                        "penalty",
                        "inspection",
                        "commitment",
                        "abnormal-listing",
                        "complaint",
                        "alert",
                        "safety-assessment",
                        "honour",
                        "permit");
    }

    @Test
    void allFaultsAreFoundAtOnceInTheOrderOfTheFile() {
        String yaml = SMALL.replace("basis: 行政处罚法 第48条", "bases: 行政处罚法 第48条")
                .replace("kind: penalty", "kind: penalti")
                .replace("in-force-from: 2026-01-01", "in-force-from: 2026-02-30")
                .replace("{grade: bad, from: 20}", "{grade: bad, from: 15}");
        assertThat(faults(yaml))
                .containsExactly(
                        "5:16 NO_DATE",
                        "17:5 MISSING_BASIS",
                        "19:11 UNKNOWN_KIND",
                        "24:5 UNKNOWN_FIELD",
                        "29:26 BAND_OVERLAP");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "version: \"1\" | version: \"1\"\\nversion: \"2\" | 4:1 DUPLICATE_FIELD",
                "from: 20}     | from: 25}                       | 29:26 BAND_GAP",
                "from: 20}     | from: 20, to: 30}               | 29:30 BAND_END",
                "good, to: 20  | good, from: 3, to: 20           | 28:27 BAND_NO_START",
                "grade: bad, f | grade: awful, f                 | 29:15 UNKNOWN_GRADE",
                "points: 10    | points: ten                     | 21:13 NO_NUMBER",
                "points: 10    | points: 1e-999999999            | 21:13 NO_NUMBER",
                "points: 10    | points: 0.0001                  | 21:13 TOO_PRECISE",
                "points: 10    | points: 10001                   | 21:13 OUT_OF_RANGE",
                "points: 10    | points: [1]                     | 21:13 NO_TEXT",
                "age: any      | age: [{from: 0, to: -6, factor: 1}]                      | 22:25 NEGATIVE_MONTHS",
                "age: any      | age: [{from: 0, to: 6, factor: 1}, {from: 5, factor: 1}] | 22:47 BAND_OVERLAP",
                "age: any      | age: [{from: 0, to: 6, factor: 1}, {from: 7, factor: 1}] | 22:47 BAND_GAP",
                "age: any      | age: [{from: 1, factor: 1}]                              | 22:18 BAND_START",
                "age: any      | age: [{from: 0, to: 0, factor: 1}]                       | 22:25 EMPTY_BAND",
                "age: any      | age: [{from: 0, factor: 11}]                             | 22:29 OUT_OF_RANGE",
                "age: any      | age: sometimes                  | 22:10 NOT_ONE_OF",
                "measure: count | measure: average               | 20:14 NOT_ONE_OF",
                "measure: count | measure: {sum: violation, unit: 1, missing: 0} | 20:20 WRONG_TYPE",
                "measure: count | measure: {sum: amount, unit: 0, missing: 0}    | 20:34 OUT_OF_RANGE",
                "measure: count | measure: {distinct: matter}    | 20:25 UNKNOWN_KIND_FIELD",
                "measure: count | measure: count\\n    where: {severity: heavy}   | 21:23 UNKNOWN_VALUE",
                "measure: count | measure: count\\n    where: {violation: {at-least: 3}} | 21:25 WRONG_TYPE",
                "measure: count | measure: count\\n    where: {score: 1}          | 21:13 UNKNOWN_KIND_FIELD",
                "measure: count | measure: count\\n    through: amount            | 21:14 WRONG_TYPE",
                "dimension: credit | dimension: safety           | 18:16 UNKNOWN_DIMENSION",
                "policy: small | policy: Small Policy            | 2:9 BAD_ID",
                "{document} {points}\"} | {matter}\"}            | 25:50 UNKNOWN_PLACE",
                "{document} {points}\"} | {document\"}           | 25:50 OPEN_PLACE",
                "scope: {}     | scope: 62                       | 10:8 NO_MAPPING",
                "scope: {}     | scope: {industries: 62, unknown: inside} | 10:21 NO_LIST",
                "least: 0}     | least: 5, most: 5}              | 15:75 EMPTY_BAND",
                "confidence: low | confidence: sure              | 8:13 NOT_ONE_OF",
            })
    void eachFaultNamesItsLineAndColumn(String part, String replacement, String expected) {
        String yaml = small(part.strip(), replacement.strip().replace("\\n", "\n"));
        assertThat(faults(yaml)).contains(expected.strip());
    }

    @Test
    void aGradeThatNothingLeadsToIsUnreachable() {
        String yaml = small(
                "  - {id: bad, zh: 差, en: bad}", "  - {id: bad, zh: 差, en: bad}\n  - {id: worst, zh: 最差, en: worst}");
        assertThat(faults(yaml)).containsExactly("14:10 UNREACHABLE_GRADE");
    }

    @Test
    void aBandBeyondTheCapsIsUnreachable() {
        assertThat(faults(small("points: 10", "points: 10\n    cap: 19"))).containsExactly("30:15 UNREACHABLE_LEVEL");
        assertThat(read(small("points: 10", "points: 10\n    cap: 20"))).isInstanceOf(PolicyReading.Sound.class);
    }

    @Test
    void bandsMayNotImproveAsTheScoreGetsWorse() {
        String yaml =
                SMALL.replace("{grade: good, to", "{grade: bad, to").replace("{grade: bad, from", "{grade: good, from");
        assertThat(faults(yaml)).containsExactly("29:15 BAND_ORDER");
        assertThat(read(yaml.replace("highest-first", "lowest-first"))).isInstanceOf(PolicyReading.Sound.class);
    }

    @Test
    void aMatrixNeedsEveryCellAndNoOther() {
        String shenfu = new String(BuiltIn.policyFile("shenfu-four-colour"), StandardCharsets.UTF_8);
        assertThat(codes(shenfu.replace("raised: {low: orange, general: orange,", "raised: {low: orange,")))
                .containsExactly(FaultCode.MISSING_FIELD);
        assertThat(codes(shenfu.replace(
                        "raised: {low: orange, general: orange,", "raised: {low: orange, general: blue,")))
                .contains(FaultCode.MATRIX_IMPROVES);
        assertThat(codes(shenfu.replace("raised: {low: orange,", "raised: {lowest: blue, low: orange,")))
                .containsExactly(FaultCode.UNKNOWN_LEVEL);
        assertThat(codes(shenfu.replace("columns: safety", "columns: credit"))).contains(FaultCode.MATRIX_SAME);
    }

    @Test
    void aFloorAtTheBestGradeHasNoEffect() {
        String yaml = SMALL + "floors:\n  - {id: f, kind: penalty, grade: good, basis: 法, says: {zh: 甲, en: a}}\n";
        assertThat(faults(yaml)).containsExactly("31:35 NO_EFFECT");
    }

    @Test
    void aFaultSpeaksBothLanguagesAndNamesTheRemedy() {
        PolicyReading.Faulty faulty = (PolicyReading.Faulty) read(small("kind: penalty", "kind: penalti"));
        Fault fault = faulty.faults().getFirst();
        assertThat(fault.message().zh()).isEqualTo("未知记录种类“penalti”");
        assertThat(fault.message().en()).isEqualTo("unknown kind of record “penalti”");
        assertThat(fault.remedy().zh()).startsWith("改为其一：").contains("penalty");
    }

    @Test
    void aSyntaxErrorNamesItsPlace() {
        assertThat(faults(small("scope: {}", "scope: {industries: [")).getFirst())
                .endsWith("SYNTAX");
        assertThat(faults("a: b\n\tc: d\n")).containsExactly("2:1 SYNTAX");
        assertThat(faults("")).containsExactly("1:1 EMPTY");
        assertThat(faults("- a\n")).containsExactly("1:1 NO_MAPPING");
        assertThat(faults("a: 1\n---\nb: 2\n").getFirst()).endsWith("SYNTAX");
    }

    @Test
    void aFileThatIsNotUtf8IsRefused() {
        byte[] gbk = SMALL.getBytes(Charset.forName("GBK"));
        PolicyReading reading = new PolicyReader(BuiltIn.ledgerVocabulary()).read(gbk);
        assertThat(((PolicyReading.Faulty) reading).faults())
                .extracting(Fault::code)
                .containsExactly(FaultCode.NOT_UTF8);
    }

    @Test
    void aYamlBombIsRefused() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (int i = 1; i < 10; i++) {
            String alias = "*a" + (i - 1);
            laughs.append(
                    "a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", List.of(alias, alias, alias, alias, alias))));
        }
        assertThat(codes(laughs.toString())).containsExactly(FaultCode.BAD_ALIAS);
        assertThat(codes("a: &a [*a]\n")).containsExactly(FaultCode.BAD_ALIAS);
        assertThat(codes("a: &a 1\nb: [" + "*a, ".repeat(50_000) + "*a]\n")).isNotEmpty();
        assertThat(codes("[".repeat(100_000))).containsExactly(FaultCode.TOO_DEEP);
        assertThat(codes("a: " + "x".repeat(3 << 20))).containsExactly(FaultCode.TOO_LARGE);
        assertThat(codes("a: [" + "1,".repeat(300_000) + "1]")).containsExactly(FaultCode.TOO_LARGE);
    }

    @Test
    void tagsConstructNothing() {
        assertThat(read(small("scope: {}", "scope: !!java.net.URL {}"))).isInstanceOf(PolicyReading.Sound.class);
    }

    @Test
    void tenThousandIndicatorsAreTooMany() {
        String indicator = "  - {id: x, dimension: credit}\n";
        String yaml = SMALL.replace("indicators:\n", "indicators:\n" + indicator.repeat(10_000));
        assertThat(codes(yaml)).contains(FaultCode.TOO_MANY);
    }

    @Test
    void aPolicyMayBringItsOwnKindsOfRecord() {
        String yaml = small("kind: penalty", "kind: detention") + """
                vocabulary:
                  kinds:
                    detention: {zh: 滞留, en: detention, fields: {days: {type: number, zh: 天数, en: days}}}
                """;
        assertThat(policy(yaml).indicators().getFirst().match().kind()).isEqualTo("detention");
        assertThat(new PolicyReader(Vocabulary.empty()).read(yaml.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(PolicyReading.Sound.class);
    }

    @Test
    void ageBandsMayEnd() {
        assertThat(policy(small("age: any", BANDS))
                        .indicators()
                        .getFirst()
                        .age()
                        .bands())
                .hasSize(2);
    }

    private static List<String> faults(String yaml) {
        return ((PolicyReading.Faulty) read(yaml))
                .faults().stream()
                        .map(fault -> fault.line() + ":" + fault.column() + " " + fault.code())
                        .toList();
    }

    private static List<FaultCode> codes(String yaml) {
        return ((PolicyReading.Faulty) read(yaml))
                .faults().stream().map(Fault::code).distinct().toList();
    }
}
