package org.sise.scoring.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sise.scoring.TestPolicies.SMALL;
import static org.sise.scoring.TestPolicies.TODAY;
import static org.sise.scoring.TestPolicies.fact;
import static org.sise.scoring.TestPolicies.grade;
import static org.sise.scoring.TestPolicies.in;
import static org.sise.scoring.TestPolicies.party;
import static org.sise.scoring.TestPolicies.penalty;
import static org.sise.scoring.TestPolicies.policy;
import static org.sise.scoring.TestPolicies.small;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sise.scoring.policy.Points;

class GraderTest {
    private static final String BANDS = "age: [{from: 0, to: 12, factor: 1}, {from: 12, to: 24, factor: 0.5}]";

    @Test
    void everyRecordCountsAndSaysSo() {
        Graded.Result result = grade(SMALL, penalty("2026-10-01", "A"), penalty("2026-10-02", "B"));

        assertThat(result.grade().id()).isEqualTo("bad");
        assertThat(result.score()).isEqualTo(Points.of(20));
        assertThat(result.contributions()).extracting(Contribution::points).containsOnly(Points.of(10));
        assertThat(result.contributions().getFirst().text().zh()).isEqualTo("2026-10-01 A 10");
        assertThat(result.contributions().getFirst().basis()).isEqualTo("行政处罚法 第48条");
        assertThat(result.decisive()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22, 10",
        "2025-11-23, 10",
        "2025-11-22, 5",
        "2024-11-23, 5",
    })
    void aFactOfExactlyTwelveMonthsIsInTheBandThatBeginsAtTwelve(String date, String points) {
        Graded.Result result = grade(small("age: any", BANDS), penalty(date, "A"));
        assertThat(result.score()).isEqualTo(Points.of(points));
    }

    @Test
    void aFactBeyondTheLastBandWeighsNothing() {
        Graded.Result result = grade(small("age: any", BANDS), penalty("2024-11-22", "A"));
        assertThat(result.score()).isEqualTo(Points.ZERO);
        assertThat(result.weightless()).extracting(Weightless::reason).containsExactly(Weightless.Reason.TOO_OLD);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-28, 2026-01-28, 1",
        "2026-02-28, 2026-01-29, 0",
        "2026-03-31, 2026-02-28, 1",
        "2024-02-29, 2023-02-28, 12"
    })
    void monthsAreCountedBackFromTheAsOfDate(LocalDate asOf, LocalDate date, int months) {
        String bands = "age: [{from: 0, to: 1, factor: 0}, {from: 1, to: 12, factor: 1}, {from: 12, factor: 2}]";
        Party party = party(Fact.of("penalty", date, "A", java.util.Map.of()));
        Graded.Result result = (Graded.Result) Grader.grade(policy(small("age: any", bands)), party, asOf);
        assertThat(result.score()).isEqualTo(Points.of(months == 0 ? 0 : months == 1 ? 10 : 20));
        assertThat(result.contributions().getFirst().months()).isEqualTo(months);
    }

    @ParameterizedTest
    @EnumSource(
            value = FactState.class,
            names = {"WITHDRAWN", "REPAIRED", "EXPIRED", "SUPERSEDED"})
    void aRecordThatIsNoLongerInForceWeighsNothingAndSaysSo(FactState state) {
        Graded.Result result = grade(SMALL, in(state, penalty("2026-10-01", "A")));
        assertThat(result.score()).isEqualTo(Points.ZERO);
        assertThat(result.weightless()).hasSize(1);
        assertThat(result.weightless().getFirst().reason().name()).isEqualTo(state.name());
    }

    @Test
    void aCorrectedRecordCounts() {
        assertThat(grade(SMALL, in(FactState.CORRECTED, penalty("2026-10-01", "A")))
                        .score())
                .isEqualTo(Points.of(10));
    }

    @Test
    void aFactOfTheAsOfDayCountsAndOneOfTheNextDoesNot() {
        assertThat(grade(SMALL, penalty("2026-11-22", "A")).score()).isEqualTo(Points.of(10));
        Graded.Result tomorrow = grade(SMALL, penalty("2026-11-23", "A"));
        assertThat(tomorrow.score()).isEqualTo(Points.ZERO);
        assertThat(tomorrow.weightless()).extracting(Weightless::reason).containsExactly(Weightless.Reason.FUTURE);
    }

    @Test
    void weightsTakeTheFieldAndOtherwiseWhenItIsMissing() {
        String yaml = small(
                "points: 10",
                "points: 10\n    weights: {field: severity, values: {minor: 0.5, serious: 3}, otherwise: 1.5}");
        assertThat(grade(yaml, penalty("2026-10-01", "A", "severity", "minor")).score())
                .isEqualTo(Points.of(5));
        assertThat(grade(yaml, penalty("2026-10-01", "A", "severity", "serious"))
                        .score())
                .isEqualTo(Points.of(30));
        assertThat(grade(yaml, penalty("2026-10-01", "A", "severity", "general"))
                        .score())
                .isEqualTo(Points.of(15));
        assertThat(grade(yaml, penalty("2026-10-01", "A")).score()).isEqualTo(Points.of(15));
    }

    @Test
    void aFilterNeedsEveryConditionAndAMissingFieldMeetsNone() {
        String yaml = small(
                "measure: count",
                "measure: count\n    where: {amount: {at-least: 1000, at-most: 5000}, category: {not-in: [警告]}}");
        assertThat(grade(yaml, penalty("2026-10-01", "A", "amount", "1000", "category", "罚款"))
                        .score())
                .isEqualTo(Points.of(10));
        assertThat(grade(yaml, penalty("2026-10-01", "A", "amount", "5000.00", "category", "罚款"))
                        .score())
                .isEqualTo(Points.of(10));
        assertThat(grade(yaml, penalty("2026-10-01", "A", "amount", "999.99", "category", "罚款"))
                        .score())
                .isEqualTo(Points.ZERO);
        assertThat(grade(yaml, penalty("2026-10-01", "A", "amount", "1000", "category", "警告"))
                        .score())
                .isEqualTo(Points.ZERO);
        assertThat(grade(yaml, penalty("2026-10-01", "A", "amount", "1000")).score())
                .isEqualTo(Points.ZERO);
        assertThat(grade(yaml, penalty("2026-10-01", "A", "amount", "lots", "category", "罚款"))
                        .score())
                .isEqualTo(Points.ZERO);
    }

    @Test
    void aSumTakesTheNumberInUnits() {
        String yaml = small("measure: count", "measure: {sum: amount, unit: 10000, missing: 2}");
        assertThat(grade(yaml, penalty("2026-10-01", "A", "amount", "5000")).score())
                .isEqualTo(Points.of(5));
        assertThat(grade(yaml, penalty("2026-10-01", "A", "amount", "1234.56")).score())
                .isEqualTo(Points.of("1.23"));
        assertThat(grade(yaml, penalty("2026-10-01", "A")).score()).isEqualTo(Points.of(20));
    }

    @Test
    void aHugeAmountSaturates() {
        String yaml = small("measure: count", "measure: {sum: amount, unit: 1, missing: 0}");
        Graded.Result result = grade(yaml, penalty("2026-10-01", "A", "amount", "9".repeat(40)));
        assertThat(result.score()).isEqualTo(Points.of(1_000_000_000));
        assertThat(result.grade().id()).isEqualTo("bad");
    }

    @Test
    void onlyTheNewestCountsAndOfOneDayTheOneWithMorePoints() {
        String yaml = small(
                "measure: count\n    points: 10",
                "measure: latest\n    points: 10\n    weights: {field: severity, values: {minor: 1, serious: 5}, otherwise: 2}");
        Graded.Result result = grade(
                yaml,
                penalty("2026-10-01", "A", "severity", "serious"),
                penalty("2026-10-02", "B", "severity", "minor"),
                penalty("2026-10-02", "C"));
        assertThat(result.score()).isEqualTo(Points.of(20));
        assertThat(result.weightless())
                .extracting(one -> one.fact().reference() + " " + one.reason())
                .containsExactly("A NOT_LATEST", "B NOT_LATEST");
    }

    @Test
    void onlyTheLargestCounts() {
        String yaml = small(
                "measure: count\n    points: 10",
                "measure: max\n    points: 10\n    weights: {field: severity, values: {serious: 5}, otherwise: 1}");
        Graded.Result result =
                grade(yaml, penalty("2026-10-01", "A", "severity", "serious"), penalty("2026-10-02", "B"));
        assertThat(result.score()).isEqualTo(Points.of(50));
        assertThat(result.weightless()).extracting(Weightless::reason).containsExactly(Weightless.Reason.NOT_LARGEST);
    }

    @Test
    void aMatterCountsOnceAndRecordsWithoutTheFieldCountSingly() {
        String yaml = small("measure: count", "measure: {distinct: violation}");
        Graded.Result result = grade(
                yaml,
                penalty("2026-10-01", "A", "violation", "x"),
                penalty("2026-10-02", "B", "violation", "x"),
                penalty("2026-10-03", "C"),
                penalty("2026-10-04", "D"));
        assertThat(result.score()).isEqualTo(Points.of(30));
        assertThat(result.weightless())
                .extracting(one -> one.fact().reference() + " " + one.reason())
                .containsExactly("A COUNTED_ONCE");
    }

    @Test
    void capsCutRecordsAndIndicatorsAndTheReasonsStillAddUp() {
        String yaml = small("points: 10", "points: 10\n    record-cap: 8\n    cap: 20");
        Graded.Result result =
                grade(yaml, penalty("2026-10-01", "A"), penalty("2026-10-02", "B"), penalty("2026-10-03", "C"));
        assertThat(result.score()).isEqualTo(Points.of(20));
        assertThat(result.contributions())
                .extracting(one -> one.type() + " " + one.points())
                .containsExactly("RECORD 8", "RECORD 8", "RECORD 8", "CAP -4");
    }

    @Test
    void absenceGivesItsPointsOrIsUnknown() {
        Graded.Result counted = grade(small("absent: {points: 0,", "absent: {points: 7,"));
        assertThat(counted.score()).isEqualTo(Points.of(7));
        assertThat(counted.contributions()).extracting(Contribution::type).containsExactly(Contribution.Type.ABSENCE);
        Graded.Result unknown = grade(small("absent: {points: 0,", "absent: {unknown: true,"));
        assertThat(unknown.unknown()).containsExactly("penalty");
        assertThat(unknown.contributions()).isEmpty();
    }

    @Test
    void aDimensionStartsSomewhereAndStaysWithinItsLimits() {
        String yaml = small("start: 0, least: 0}", "start: 5, least: 0, most: 30}");
        assertThat(grade(yaml).score()).isEqualTo(Points.of(5));
        Graded.Result many =
                grade(yaml, penalty("2026-10-01", "A"), penalty("2026-10-02", "B"), penalty("2026-10-03", "C"));
        assertThat(many.score()).isEqualTo(Points.of(30));
        assertThat(many.contributions())
                .extracting(one -> one.type() + " " + one.points())
                .containsExactly("START 5", "RECORD 10", "RECORD 10", "RECORD 10", "LIMIT -5");
    }

    @ParameterizedTest
    @CsvSource({"19.999, good", "20, bad", "20.001, bad"})
    void aBandHoldsItsLowerEndAndNotItsUpper(String points, String grade) {
        assertThat(grade(small("points: 10", "points: " + points), penalty("2026-10-01", "A"))
                        .grade()
                        .id())
                .isEqualTo(grade);
    }

    @Test
    void aVetoGivesTheWorstGradeAndAFloorItsOwn() {
        String grades = small(
                "  - {id: bad, zh: 差, en: bad}", "  - {id: bad, zh: 差, en: bad}\n  - {id: worst, zh: 最差, en: worst}");
        String rules = grades + """
                floors:
                  - {id: listed, kind: abnormal-listing, before: removedOn, grade: bad, basis: 条例,
                     says: {zh: "{ground}", en: "{ground}"}}
                vetoes:
                  - {id: twice, kind: complaint, under-months: 12, at-least: 2, basis: 办法,
                     says: {zh: "{matter}", en: "{matter}"}}
                """;
        Fact listing = fact("abnormal-listing", "2026-01-01", "Y", "ground", "失联");
        Graded.Result floor = grade(rules, listing);
        assertThat(floor.base().id()).isEqualTo("good");
        assertThat(floor.grade().id()).isEqualTo("bad");
        assertThat(floor.decisive().rule().id()).isEqualTo("listed");
        assertThat(floor.decisive().text().zh()).isEqualTo("失联");

        Fact first = fact("complaint", "2026-01-01", "T1", "matter", "a");
        Fact second = fact("complaint", "2026-01-02", "T2", "matter", "b");
        assertThat(grade(rules, first).grade().id()).isEqualTo("good");
        assertThat(grade(rules, first).weightless())
                .extracting(Weightless::reason)
                .containsExactly(Weightless.Reason.TOO_FEW);
        Graded.Result veto = grade(rules, second, first, listing);
        assertThat(veto.grade().id()).isEqualTo("worst");
        assertThat(veto.decisive().rule().id()).isEqualTo("twice");
        assertThat(veto.rulings()).extracting(ruling -> ruling.rule().id()).containsExactly("twice", "listed");
        assertThat(veto.used()).extracting(Fact::reference).containsExactly("Y", "T1", "T2");
    }

    @Test
    void tooLittleDataAndANewBusinessLowerTheGrade() {
        String minimum = SMALL + """
                minimum-data: {id: little, of: [penalty], at-least: 1, grade: bad, basis: 办法, says: {zh: 信息不足, en: too little}}
                """;
        assertThat(grade(minimum).decisive().rule().id()).isEqualTo("little");
        assertThat(grade(minimum, penalty("2026-10-01", "A")).grade().id()).isEqualTo("good");

        String fresh = SMALL + """
                new-business: {id: fresh, under-months: 6, unknown-registration: new, grade: bad, basis: 办法, says: {zh: 新, en: new}}
                """;
        assertThat(gradeOf(fresh, LocalDate.of(2026, 5, 23))).isEqualTo("bad");
        assertThat(gradeOf(fresh, LocalDate.of(2026, 5, 22))).isEqualTo("good");
        assertThat(gradeOf(fresh, null)).isEqualTo("bad");
        assertThat(gradeOf(fresh.replace("registration: new", "registration: not-new"), null))
                .isEqualTo("good");
    }

    @Test
    void aPartyOutsideTheScopeIsNotGraded() {
        String yaml = small("scope: {}", "scope: {industries: [\"62\"], regions: [\"21\"], unknown: outside}");
        Grader grader = Grader.of(policy(yaml));
        assertThat(grader.grade(new Party("P", "6210", "211500", null, List.of()), TODAY))
                .isInstanceOf(Graded.Result.class);
        assertThat(grader.grade(new Party("P", "5210", "211500", null, List.of()), TODAY))
                .isInstanceOf(Graded.NotApplicable.class);
        assertThat(grader.grade(new Party("P", "6210", null, null, List.of()), TODAY))
                .isInstanceOf(Graded.NotApplicable.class);
    }

    @Test
    void aHundredThousandRecordsAreGraded() {
        Fact[] facts = new Fact[100_000];
        for (int i = 0; i < facts.length; i++) {
            facts[i] = penalty("2026-10-01", "A" + i);
        }
        Graded.Result result = grade(SMALL, facts);
        assertThat(result.score()).isEqualTo(Points.of(1_000_000));
        assertThat(result.contributions()).hasSize(100_000);
    }

    private static String gradeOf(String yaml, LocalDate registeredOn) {
        Party party = new Party("P", null, null, registeredOn, List.of());
        return ((Graded.Result) Grader.grade(policy(yaml), party, TODAY))
                .grade()
                .id();
    }
}
